package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** The ordered maps everything is kept in: one per collection and one per unique index, in one file or in memory. */
final class StoreMaps {

    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";
    private static final int CACHE_MEGABYTES = 48;

    /** How long the file keeps space that is no longer in use, so that it neither balloons nor loses a torn write. */
    private static final int RETENTION_MILLIS = 3_000;

    private final MVStore store;

    private StoreMaps(MVStore store) {
        this.store = store;
    }

    static StoreMaps inMemory() {
        return new StoreMaps(new MVStore.Builder().autoCommitDisabled().open());
    }

    static StoreMaps onFile(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(file)) {
                throw new StoreUnavailable("The store file " + file + " is a folder; give the name of a file.");
            }
            MVStore store = new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            if (store.isReadOnly()) {
                store.closeImmediately();
                throw new StoreUnavailable("The store file " + file + " cannot be written; check its permissions.");
            }
            return new StoreMaps(store);
        } catch (IOException e) {
            throw new StoreUnavailable("The store file " + file + " cannot be created: " + reasonOf(e) + ".", e);
        } catch (MVStoreException e) {
            throw new StoreUnavailable(sentenceFor(file, e), e);
        }
    }

    private static String sentenceFor(Path file, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "The store file " + file + " is in use by another process; stop that one first.";
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "The store file " + file + " is damaged or of another kind; move it away to start empty.";
            default -> "The store file " + file + " cannot be opened for writing: " + reasonOf(e) + ".";
        };
    }

    /** The innermost message, for example "No space left on device". */
    static String reasonOf(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ", " + message);
    }

    MVMap<Object, byte[]> documents(String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<Object, byte[]>().keyType(new PositionType()).valueType(ByteArrayDataType.INSTANCE));
    }

    MVMap<KeyValue, Object> uniqueIndex(String namespace, String index) {
        return store.openMap(
                indexMap(namespace, index),
                new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()).valueType(new PositionType()));
    }

    /** Names of the indexes that hold more than one key of some document. */
    MVMap<String, String> multikeyIndexes() {
        return store.openMap("multikey");
    }

    void dropDocuments(String namespace) {
        store.removeMap(documents(namespace));
    }

    void dropIndex(String namespace, String index) {
        if (store.hasMap(indexMap(namespace, index))) {
            store.removeMap(uniqueIndex(namespace, index));
        }
        multikeyIndexes().remove(indexMap(namespace, index));
    }

    void renameDocuments(String from, String to) {
        store.renameMap(documents(from), DOCUMENTS + to);
    }

    void renameIndex(String from, String to, String index) {
        if (store.hasMap(indexMap(from, index))) {
            store.renameMap(uniqueIndex(from, index), indexMap(to, index));
        }
        String multikey = multikeyIndexes().remove(indexMap(from, index));
        if (multikey != null) {
            multikeyIndexes().put(indexMap(to, index), multikey);
        }
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

    static String indexMap(String namespace, String index) {
        return INDEX + namespace + ":" + index;
    }

    long fileSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    MVStore store() {
        return store;
    }

    /** The reason why the file can no longer be written, if that is so. */
    @Nullable
    Throwable broken() {
        return store.getPanicException();
    }
}
