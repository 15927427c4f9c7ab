package dk.astra.localstack.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What was changed since the last checkpoint, one frame per commit, in numbered segments beside the store file. A frame
 * that a crash cut short is ignored: nobody was told that it is stored.
 */
final class Journal implements Closeable {

    private static final int HEADER_BYTES = 8;

    private final Path store;
    private final boolean sync;
    private long number;
    private @Nullable FileChannel segment;
    private long written;

    Journal(Path store, boolean sync) throws IOException {
        this.store = store;
        this.sync = sync;
        this.number = segments().stream().mapToLong(this::numberOf).max().orElse(0);
    }

    /** Appends one frame; when this returns, it survives the death of the process. */
    synchronized void append(ByteBuffer records) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + records.remaining());
        frame.putInt(records.remaining()).putInt(checksum(records)).put(records).flip();
        FileChannel channel = openSegment();
        written += frame.remaining();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
        if (sync) {
            channel.force(false);
        }
    }

    private FileChannel openSegment() throws IOException {
        if (segment == null) {
            number++;
            segment = FileChannel.open(pathOf(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return segment;
    }

    /** Ends the segment. Returns the number from which everything after this moment will be found. */
    synchronized long endSegment() throws IOException {
        close();
        written = 0;
        return number + 1;
    }

    synchronized long bytesSinceCheckpoint() {
        return written;
    }

    /** Hands over the records of every whole frame from the given segment on. */
    void replay(long from, Consumer<ByteBuffer> records) throws IOException {
        for (Path path : segments()) {
            if (numberOf(path) >= from) {
                replay(path, records);
            }
        }
    }

    private static void replay(Path path, Consumer<ByteBuffer> records) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        while (all.remaining() >= HEADER_BYTES) {
            int length = all.getInt();
            int checksum = all.getInt();
            if (length < 0 || length > all.remaining()) {
                return;
            }
            ByteBuffer frame = all.slice(all.position(), length);
            if (checksum(frame) != checksum) {
                return;
            }
            records.accept(frame);
            all.position(all.position() + length);
        }
    }

    void deleteBefore(long from) throws IOException {
        for (Path path : segments()) {
            if (numberOf(path) < from) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private List<Path> segments() throws IOException {
        Path folder = store.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> numberOf(file) > 0)
                    .sorted((a, b) -> Long.compare(numberOf(a), numberOf(b)))
                    .toList();
        }
    }

    private Path pathOf(long segmentNumber) {
        return store.resolveSibling(store.getFileName() + ".journal-" + segmentNumber);
    }

    /** Zero for files that are no segment of this journal. */
    private long numberOf(Path file) {
        Matcher name = Pattern.compile(Pattern.quote(store.getFileName() + ".journal-") + "(\\d{1,18})")
                .matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    @Override
    public synchronized void close() throws IOException {
        if (segment != null) {
            segment.close();
            segment = null;
        }
    }
}
