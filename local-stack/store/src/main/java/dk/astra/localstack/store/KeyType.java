package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How an index key of one or more values is stored and ordered. */
final class KeyType extends BasicDataType<KeyValue> {

    @Override
    public int getMemory(KeyValue key) {
        return 64 + 56 * key.size();
    }

    @Override
    public int compare(KeyValue a, KeyValue b) {
        return ValueOrder.compareKeys(a, b);
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        BsonBytes.writeValues(target, key);
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        return new KeyValue(BsonBytes.readValues(source));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
