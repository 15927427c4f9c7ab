package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a document's position, which is its {@code _id}, is stored and ordered. */
final class PositionType extends BasicDataType<Object> {

    private static final int POSITION_BYTES = 48;
    private static final int POSITION_MEMORY = 80;

    @Override
    public int getMemory(Object position) {
        return POSITION_MEMORY;
    }

    @Override
    public int compare(Object a, Object b) {
        return ValueOrder.compare(a, b);
    }

    @Override
    public void write(WriteBuffer target, Object position) {
        ByteBuf bytes = Unpooled.buffer(POSITION_BYTES);
        BsonBytes.writeValue(position, bytes);
        target.putVarInt(bytes.readableBytes()).put(bytes.nioBuffer());
    }

    @Override
    public Object read(ByteBuffer source) {
        int length = DataUtils.readVarInt(source);
        ByteBuffer bytes = source.slice(source.position(), length);
        source.position(source.position() + length);
        return Missing.ofNullable(BsonBytes.readValue(Unpooled.wrappedBuffer(bytes)));
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
