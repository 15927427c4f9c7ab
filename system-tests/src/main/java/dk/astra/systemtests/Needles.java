package dk.astra.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that must not occur, looked for in one pass whatever their number, in every spelling a program might
 * give them: UTF-8, Latin-1, JSON escapes, percent encoding.
 */
public final class Needles {

    private static final int HEAD = 7;

    private record Needle(byte[] spelling, String text) {}

    private final Map<Long, List<Needle>> byHead = new HashMap<>();
    private final int longest;

    /** @param texts those shorter than 8 characters are left out: they would be found in anything */
    public Needles(Collection<String> texts) {
        int max = HEAD;
        for (String text : new LinkedHashSet<>(texts)) {
            if (text.length() > HEAD) {
                for (byte[] spelling : spellings(text)) {
                    byHead.computeIfAbsent(head(spelling, 0), ignored -> new ArrayList<>())
                            .add(new Needle(spelling, text));
                    max = Math.max(max, spelling.length);
                }
            }
        }
        longest = max;
    }

    private static Collection<byte[]> spellings(String text) {
        Map<String, byte[]> spellings = new HashMap<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            byte[] bytes = text.getBytes(charset);
            spellings.put(new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        }
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        for (String other : List.of(escaped.toString(), URLEncoder.encode(text, StandardCharsets.UTF_8))) {
            spellings.put(other, other.getBytes(StandardCharsets.US_ASCII));
        }
        return spellings.values();
    }

    private static long head(byte[] bytes, int at) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = head << 8 | bytes[at + i] & 0xff;
        }
        return head;
    }

    /** The texts that occur. */
    public Set<String> in(byte[] haystack) {
        return in(haystack, haystack.length);
    }

    public Set<String> in(String haystack) {
        return in(haystack.getBytes(StandardCharsets.UTF_8));
    }

    /** The texts that occur in a file's bytes. */
    public Set<String> in(Path file) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        try (InputStream input = Files.newInputStream(file)) {
            for (int read = input.readNBytes(buffer, 0, buffer.length); read > 0; ) {
                int filled = kept + read;
                found.addAll(in(buffer, filled));
                kept = Math.min(longest, filled);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
                read = input.readNBytes(buffer, kept, buffer.length - kept);
            }
        }
        return found;
    }

    private Set<String> in(byte[] haystack, int length) {
        Set<String> found = new LinkedHashSet<>();
        long mask = (1L << 8 * HEAD) - 1;
        long window = 0;
        for (int i = 0; i < length; i++) {
            window = (window << 8 | haystack[i] & 0xff) & mask;
            List<Needle> candidates = i < HEAD - 1 ? null : byHead.get(window);
            if (candidates != null) {
                for (Needle needle : candidates) {
                    if (matches(haystack, length, i - HEAD + 1, needle.spelling())) {
                        found.add(needle.text());
                    }
                }
            }
        }
        return found;
    }

    private static boolean matches(byte[] haystack, int length, int at, byte[] spelling) {
        if (at + spelling.length > length) {
            return false;
        }
        for (int i = 0; i < spelling.length; i++) {
            if (haystack[at + i] != spelling[i]) {
                return false;
            }
        }
        return true;
    }
}
