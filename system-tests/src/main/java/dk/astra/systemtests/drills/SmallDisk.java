package dk.astra.systemtests.drills;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system of its own under the folder of one process, which can be filled and freed. Needs root. */
final class SmallDisk implements AutoCloseable {

    private static final String FILLER = "filler-of-the-drill";

    private final Path folder;
    private final Path aside;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + "-aside");
    }

    /** Why it cannot be had here. */
    static Optional<String> whyNot() {
        try {
            Path probe = Files.createTempDirectory("small-disk");
            try {
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString());
                run("umount", probe.toString());
                return Optional.empty();
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return Optional.of("no file system of its own can be mounted here (" + e.getMessage() + ")");
        }
    }

    /**
     * Moves what lies in the folder to a new file system that has so much room beside it; nobody may be using the
     * folder. Where that fails the folder is as it was.
     */
    static SmallDisk under(Path folder, int megabytesOfRoom) throws IOException {
        long size = megabytesOfRoom
                + Long.parseLong(run("du", "-sm", folder.toString()).split("\\s+")[0]);
        SmallDisk disk = new SmallDisk(folder);
        Files.move(folder, disk.aside);
        Files.createDirectory(folder);
        try {
            run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString());
            run("cp", "-a", "--sparse=always", disk.aside + "/.", folder.toString());
            return disk;
        } catch (IOException e) {
            releaseAll(folder);
            Files.delete(folder);
            Files.move(disk.aside, folder);
            throw e;
        }
    }

    void fill() throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > block.length) {
                throw full;
            }
        }
    }

    boolean isFull() {
        return folder.toFile().getUsableSpace() < 64 * 1024;
    }

    void free() throws IOException {
        Files.deleteIfExists(folder.resolve(FILLER));
    }

    /** Moves everything back; nobody may be using the folder. */
    @Override
    public void close() throws IOException {
        free();
        run("rm", "-rf", aside.toString());
        Files.createDirectory(aside);
        run("cp", "-a", "--sparse=always", folder + "/.", aside.toString());
        run("umount", folder.toString());
        Files.delete(folder);
        Files.move(aside, folder);
    }

    /** Unmounts what a drill left behind that was itself killed. */
    static void releaseAll(Path under) {
        try {
            Path mounts = Path.of("/proc/mounts");
            if (Files.isReadable(mounts)) {
                for (String line : Files.readAllLines(mounts)) {
                    String at = line.split(" ")[1];
                    if (Path.of(at).startsWith(under)) {
                        run("umount", at);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
