package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** Documents and key values as BSON bytes. */
final class BsonBytes {

    private BsonBytes() {}

    static byte[] ofDocument(Document document) {
        ByteBuf out = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, out);
        if (out.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
            throw new MongoServerError(
                    10334, "BSONObjectTooLarge", "a document is larger than " + BsonConstants.MAX_BSON_OBJECT_SIZE);
        }
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    /** A document of the caller's own: changing it changes nothing that is stored. */
    static Document toDocument(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    static void writeValues(WriteBuffer target, Iterable<?> values) {
        ByteBuf out = Unpooled.buffer(64);
        int count = 0;
        for (Object value : values) {
            Object present = value instanceof Missing ? null : value;
            byte type = BsonEncoder.determineType(present);
            out.writeByte(type);
            BsonEncoder.encodeValue(type, present, out);
            count++;
        }
        target.putVarInt(count).putVarInt(out.readableBytes());
        target.put(out.nioBuffer());
    }

    static @Nullable Object[] readValues(ByteBuffer source) {
        @Nullable Object[] values = new @Nullable Object[DataUtils.readVarInt(source)];
        int length = DataUtils.readVarInt(source);
        ByteBuf in = Unpooled.wrappedBuffer(source.slice().limit(length));
        source.position(source.position() + length);
        for (int i = 0; i < values.length; i++) {
            values[i] = BsonDecoder.decodeValue(in.readByte(), in);
        }
        return values;
    }
}
