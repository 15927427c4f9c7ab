package dk.astra.portal.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Addresses of static files that change when the files do, so that a browser may keep what it has for a year. One
 * version for all of them: references between them are relative and need no rewriting.
 */
@Component("assets")
public class Assets {

    static final String PREFIX = "/s/";

    /** Ours, and of the design system what pages refer to; its stamp stands for the files that these refer to. */
    private static final String[] FILES = {
        "classpath:/static/*.*",
        "classpath:/static/dkfds/css/*.css",
        "classpath:/static/dkfds/js/*.js",
        "classpath:/static/dkfds/VERSION"
    };

    private static final int BYTES = 8;

    private final String version;

    Assets() {
        this.version = versionOf(FILES);
    }

    /** @param path for example {@code /portal.css} */
    public String at(String path) {
        return PREFIX + version + path;
    }

    String version() {
        return version;
    }

    private static String versionOf(String... patterns) {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String pattern : patterns) {
                Resource[] found = files.getResources(pattern);
                Arrays.sort(found, Comparator.comparing(Assets::name));
                for (Resource file : found) {
                    if (file.isReadable()) {
                        hash.update(name(file).getBytes(StandardCharsets.UTF_8));
                        try (InputStream content = file.getInputStream()) {
                            hash.update(content.readAllBytes());
                        }
                    }
                }
            }
            return HexFormat.of().formatHex(hash.digest(), 0, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Resource file) {
        String name = file.getFilename();
        return name == null ? "" : name;
    }
}
