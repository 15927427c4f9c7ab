package dk.astra.localstack.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a process printed from a certain moment on. */
record LogFile(Path file, long from) {

    private static final long ROLL_AT_BYTES = 20L << 20;
    private static final int READ_AT_MOST = 64 * 1024;
    private static final int SHOWN_LINES = 15;

    /** The log as it is now: what is written later is after it. A large one gives way to a new one. */
    static LogFile now(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > ROLL_AT_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new LogFile(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean saysReady() {
        return text().lines().anyMatch(line -> line.startsWith("READY"));
    }

    /** The last lines, structured ones as a person would write them. */
    List<String> lastLines() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).stream()
                .map(LogFile::readable)
                .toList();
    }

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = Json.MAPPER.readTree(line);
            String level =
                    entry.at("/log/level").asString(entry.path("log.level").asString(""));
            String message = entry.path("message").asString("");
            String error = entry.at("/error/message").asString("");
            return (level + " " + message + (error.isEmpty() ? "" : " — " + error)).strip();
        } catch (JacksonException noJson) {
            return line;
        }
    }

    private String text() {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long begin = Math.max(from, log.length() - READ_AT_MOST);
            byte[] bytes = new byte[(int) Math.max(0, log.length() - begin)];
            log.seek(begin);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
