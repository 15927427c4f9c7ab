package dk.astra.portal.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as the services answer it.
 *
 * @param next cursor of the next page; null on the last one
 */
public record Items<T>(@Nullable List<T> items, @Nullable String next) {

    public List<T> list() {
        return items == null ? List.of() : items;
    }
}
