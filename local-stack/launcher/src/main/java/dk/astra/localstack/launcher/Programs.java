package dk.astra.localstack.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs as they are run: copied (or, from a Spring Boot jar, extracted) to {@code apps/<name>} when they changed.
 * So a build does not pull the jars from under a running stack, and class paths stay the same for the start caches.
 */
record Programs(Layout layout) {

    private static final String UNKNOWN = "";

    /**
     * What was installed.
     *
     * @param stamp by which one sees quickly that nothing changed since
     * @param checksum of their content
     */
    record Installed(String stamp, String checksum) {}

    /** The jar to run and the checksum it is known by. */
    record Program(Path jar, String checksum) {}

    Program install(Part part) {
        Path source = layout.jar(part);
        if (!Files.exists(source)) {
            throw new CannotStart(
                    part.label() + " is not built: " + source + " is missing.",
                    "./tilmelding up builds it; or run: mvn package -DskipTests");
        }
        try {
            Path app = layout.app(part);
            Path note = app.resolveSibling(part.label() + ".json");
            String stamp = stamp(part, source);
            Installed before = Json.read(note, Installed.class).orElse(new Installed("", ""));
            if (!stamp.equals(UNKNOWN)
                    && before.stamp().equals(stamp)
                    && Files.exists(app.resolve(source.getFileName()))) {
                return new Program(app.resolve(source.getFileName()), before.checksum());
            }
            String checksum = checksum(part, source);
            if (!before.checksum().equals(checksum) || !Files.exists(app.resolve(source.getFileName()))) {
                Files.deleteIfExists(note);
                delete(app);
                unpack(part, source, app);
            }
            Json.write(note, new Installed(stamp, checksum));
            return new Program(app.resolve(source.getFileName()), checksum);
        } catch (IOException e) {
            throw new CannotStart(
                    part.label() + " could not be copied to " + layout.app(part) + " (" + e.getMessage() + ").",
                    "Make room on the disk, or choose another folder with --data DIR.");
        }
    }

    private static void unpack(Part part, Path source, Path app) throws IOException {
        if (part.kind() == Part.Kind.THIN) {
            for (Path file : files(part, source)) {
                Path copy = app.resolve(source.resolveSibling("").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return;
        }
        Process extract = new ProcessBuilder(
                        JavaCommand.JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        source.toString(),
                        "extract",
                        "--destination",
                        app.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(extract.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!extract.waitFor(2, TimeUnit.MINUTES) || extract.exitValue() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException e) {
            extract.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** By the time of the last change, not by the date of the file: reproducible builds give every jar the same date. */
    private static String stamp(Part part, Path source) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files(part, source)) {
            if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                return UNKNOWN;
            }
            stamp.append(Files.size(file))
                    .append('@')
                    .append(Files.getAttribute(file, "unix:ctime"))
                    .append(' ');
        }
        return Integer.toHexString(stamp.toString().hashCode()) + "-" + stamp.length();
    }

    private static String checksum(Part part, Path source) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(part, source)) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Part part, Path source) throws IOException {
        if (part.kind() != Part.Kind.THIN) {
            return List.of(source);
        }
        try (Stream<Path> lib = Files.list(source.resolveSibling("lib"))) {
            return Stream.concat(Stream.of(source), lib.sorted()).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
