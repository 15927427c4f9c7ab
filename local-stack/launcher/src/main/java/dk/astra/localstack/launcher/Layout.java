package dk.astra.localstack.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie: the repository with the built programs, and the folder with everything that is written. */
record Layout(Path repository, Path data) {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    static Layout of(Path repository, Path data) {
        return new Layout(
                repository.toAbsolutePath().normalize(), data.toAbsolutePath().normalize());
    }

    /** The repository this program was built in: {@code -Dtilmelding.root}, else found from the program's own place. */
    static Path ownRepository() {
        String given = System.getProperty("tilmelding.root");
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path own = Path.of(Layout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = own; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve("local-stack")) && Files.exists(folder.resolve("pom.xml"))) {
                    return folder;
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Path.of("");
    }

    Path jar(Part part) {
        return repository.resolve(part.jar());
    }

    Path app(Part part) {
        return data.resolve("apps").resolve(part.label());
    }

    Path caches() {
        return data.resolve("aot");
    }

    Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    Path state() {
        return data.resolve("run/stack.json");
    }

    Path claim() {
        return data.resolve("run/stack.lock");
    }

    Path secrets() {
        return data.resolve("secrets.json");
    }

    Path credentials() {
        return data.resolve("sign-in/credentials.json");
    }

    /** Makes the folders and refuses a disk that would fill up at once. */
    void prepare() {
        try {
            for (String folder : new String[] {"apps", "aot", "logs", "run"}) {
                Files.createDirectories(data.resolve(folder));
            }
            Path probe = Files.createTempFile(data.resolve("run"), "probe", null);
            Files.delete(probe);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + data + " cannot be written (" + e.getMessage() + ").",
                    "Choose another with --data DIR.");
        }
        long free = data.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new CannotStart(
                    "The disk with " + data + " has only " + (free >> 20) + " MB left; 1 GB is needed.",
                    "Make room, or choose another folder with --data DIR.");
        }
    }
}
