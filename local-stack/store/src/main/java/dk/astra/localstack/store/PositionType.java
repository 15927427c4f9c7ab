package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How a document's position, which is its {@code _id}, is stored and ordered. */
final class PositionType extends BasicDataType<Object> {

    @Override
    public int getMemory(Object position) {
        return 64;
    }

    @Override
    public int compare(Object a, Object b) {
        return ValueOrder.compare(a, b);
    }

    @Override
    public void write(WriteBuffer target, Object position) {
        BsonBytes.writeValues(target, Arrays.asList(position));
    }

    @Override
    public Object read(ByteBuffer source) {
        return Missing.ofNullable(BsonBytes.readValues(source)[0]);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
