package dk.astra.localstack.store;

import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/** The documents of every collection, each in a map ordered by {@code _id}, in one file or in memory. */
final class StoreMaps {

    private static final String DOCUMENTS = "documents:";
    private static final int CACHE_MEGABYTES = 48;

    /** How long the file keeps space that is no longer in use. */
    private static final int RETENTION_MILLIS = 1_000;

    private final MVStore store;
    private final ChangeLog changes;

    private StoreMaps(MVStore store, ChangeLog changes) {
        this.store = store;
        this.changes = changes;
    }

    static StoreMaps inMemory() {
        return new StoreMaps(new MVStore.Builder().autoCommitDisabled().open(), new ChangeLog(false));
    }

    static StoreMaps onFile(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return new StoreMaps(store, new ChangeLog(true));
    }

    MVMap<Object, byte[]> documents(String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<Object, byte[]>().keyType(new PositionType()).valueType(ByteArrayDataType.INSTANCE));
    }

    /** The journal knows documents only, so it is told that each of them goes. */
    void dropDocuments(String namespace) {
        MVMap<Object, byte[]> documents = documents(namespace);
        documents.keySet().forEach(position -> changes.changed(namespace, position, null));
        store.removeMap(documents);
    }

    void renameDocuments(String from, String to) {
        MVMap<Object, byte[]> documents = documents(from);
        documents.forEach((position, document) -> {
            changes.changed(from, position, null);
            changes.changed(to, position, document);
        });
        store.renameMap(documents, DOCUMENTS + to);
    }

    void dropDatabase(String database) {
        store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS + database + "."))
                .forEach(name -> dropDocuments(name.substring(DOCUMENTS.length())));
    }

    List<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every change of a document is told here, in the order in which it happens to the collection. */
    ChangeLog changes() {
        return changes;
    }

    long fileSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    MVStore store() {
        return store;
    }
}
