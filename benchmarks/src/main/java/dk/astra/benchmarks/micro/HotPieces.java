package dk.astra.benchmarks.micro;

import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is to be measured, once before the clock runs: its constructors are closed to others, and a service is no
 * library, so its classes are taken from where they were built.
 */
final class HotPieces {

    private HotPieces() {}

    static Class<?> ofService(String service, String name) {
        Path classes = LocalStackJars.root().resolve(service).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(classes + " is missing; build " + service + " first");
        }
        try {
            URL[] where = {classes.toUri().toURL()};
            return Class.forName(name, true, new URLClassLoader(where, HotPieces.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is not in " + classes, e);
        }
    }

    static <T> T make(Class<T> type, @Nullable Object... arguments) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                try {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(arguments));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(type.getName() + " cannot be made", e);
                }
            }
        }
        throw new IllegalStateException(type.getName() + " is not made of " + Arrays.toString(arguments));
    }
}
