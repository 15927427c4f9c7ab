package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Documents and positions as BSON bytes. */
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

    static void writeValue(@Nullable Object value, ByteBuf target) {
        Object present = value instanceof Missing ? null : value;
        byte type = BsonEncoder.determineType(present);
        target.writeByte(type);
        BsonEncoder.encodeValue(type, present, target);
    }

    static @Nullable Object readValue(ByteBuf source) {
        return BsonDecoder.decodeValue(source.readByte(), source);
    }
}
