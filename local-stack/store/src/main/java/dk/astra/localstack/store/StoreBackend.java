package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases of one store. */
final class StoreBackend extends AbstractMongoBackend {

    private final StoreMaps maps;
    /** The library asks again for a database it only wants to list. */
    private final Map<String, StoreDatabase> opened = new ConcurrentHashMap<>();

    StoreBackend(StoreMaps maps) {
        this.maps = maps;
        maps.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, unknown -> new StoreDatabase(name, maps, getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }
}
