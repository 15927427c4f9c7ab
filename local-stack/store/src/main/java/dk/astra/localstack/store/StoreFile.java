package dk.astra.localstack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A store file and its journal. The journal makes a commit cheap; a checkpoint writes the changed pages into the file
 * now and then and drops the journal up to there. It may run beside writes: the journal that is kept begins before it,
 * and playing a change again does no harm.
 */
final class StoreFile implements AutoCloseable {

    private static final int LOWEST_FILL_PERCENT = 50;
    private static final int MOST_COMPACTED_BYTES = 8 << 20;
    private static final int CLOSING_MILLIS = 300;
    private static final String FIRST_SEGMENT = "first-segment";

    private final StoreMaps maps;
    private final Journal journal;

    private StoreFile(StoreMaps maps, Journal journal) {
        this.maps = maps;
        this.journal = journal;
    }

    /** Opens the file and plays what the journal knows beyond it. */
    static StoreFile open(Path file, boolean sync) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(file)) {
                throw new StoreUnavailable("The store file " + file + " is a folder; give the name of a file.");
            }
            StoreMaps maps = StoreMaps.onFile(file);
            try {
                return recover(file, maps, sync);
            } catch (IOException | RuntimeException e) {
                maps.store().closeImmediately();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreUnavailable("The store file " + file + " cannot be used: " + reasonOf(e) + ".", e);
        } catch (MVStoreException e) {
            throw new StoreUnavailable(sentenceFor(file, e), e);
        }
    }

    private static StoreFile recover(Path file, StoreMaps maps, boolean sync) throws IOException {
        if (maps.store().isReadOnly()) {
            throw new StoreUnavailable("The store file " + file + " cannot be written; check its permissions.");
        }
        Journal journal = new Journal(file, sync);
        StoreFile opened = new StoreFile(maps, journal);
        journal.replay(
                opened.state().getOrDefault(FIRST_SEGMENT, 0L), records -> ChangeLog.read(records, opened::play));
        opened.checkpoint();
        return opened;
    }

    private void play(String namespace, Object position, byte @Nullable [] document) {
        if (document == null) {
            maps.documents(namespace).remove(position);
        } else {
            maps.documents(namespace).put(position, document);
        }
    }

    private MVMap<String, Long> state() {
        return maps.store().openMap("state");
    }

    StoreMaps maps() {
        return maps;
    }

    Journal journal() {
        return journal;
    }

    synchronized void checkpoint() throws IOException {
        MVStore store = maps.store();
        long next = journal.endSegment();
        state().put(FIRST_SEGMENT, next);
        store.commit();
        store.sync();
        journal.deleteBefore(next);
        store.compact(LOWEST_FILL_PERCENT, MOST_COMPACTED_BYTES);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!maps.store().isClosed()) {
            checkpoint();
            maps.store().close(CLOSING_MILLIS);
        }
        journal.close();
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
}
