package dk.astra.localstack.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ports of the stack, all moved by the same offset. */
record Ports(int offset) {

    Ports {
        if (offset < 0 || offset > 30000) {
            throw new CannotStart("The port offset " + offset + " is out of range.", "Choose one from 0 to 30000.");
        }
    }

    int of(Part part) {
        return of(part, 0);
    }

    int of(Part part, int index) {
        return part.ports().get(index) + offset;
    }

    /** Where a person or a program finds it; for mail the page. */
    String url(Part part) {
        return switch (part) {
            case STORE -> "mongodb://127.0.0.1:" + of(part);
            case BROKER -> "kafka://127.0.0.1:" + of(part);
            case MAIL -> "http://localhost:" + of(part, 1);
            default -> "http://localhost:" + of(part);
        };
    }

    /** Refuses when somebody else listens on a port of the part. */
    void checkFree(Part part) {
        for (int index = 0; index < part.ports().size(); index++) {
            checkFree(part.label(), of(part, index));
        }
    }

    static void checkFree(String name, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException inUse) {
            throw new CannotStart(
                    "Port " + port + ", which " + name + " needs, is in use"
                            + holder(port).map(who -> " by " + who).orElse("") + ".",
                    "Stop that program, or move the whole stack with --port-offset 100.");
        }
    }

    /** Who listens there, as far as Linux tells us. */
    static Optional<String> holder(int port) {
        String wanted = ":" + String.format(Locale.ROOT, "%04X", port);
        try {
            for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
                if (!Files.isReadable(Path.of(table))) {
                    continue;
                }
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] column = line.strip().split("\\s+");
                    if (column.length > 9 && column[1].endsWith(wanted) && column[3].equals("0A")) {
                        return owner("socket:[" + column[9] + "]");
                    }
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> owner(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst()
                .map(process -> process.info()
                                .command()
                                .map(command -> Path.of(command).getFileName() + " ")
                                .orElse("")
                        + "(process " + process.pid() + ")");
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.anyMatch(file -> {
                try {
                    return Files.readSymbolicLink(file).toString().equals(socket);
                } catch (IOException gone) {
                    return false;
                }
            });
        } catch (IOException foreign) {
            return false;
        }
    }
}
