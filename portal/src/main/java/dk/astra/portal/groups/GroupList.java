package dk.astra.portal.groups;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as its leader sees it.
 *
 * @param link absolute link of the list
 */
public record GroupList(
        String groupId,
        String meetingId,
        String link,
        @Nullable String leaderName,
        @Nullable String leaderEmail,
        @Nullable LocalDate nameBy,
        @Nullable Boolean waitsTogether,
        @Nullable List<Place> places) {

    /** One place of the list. */
    public record Place(
            int number,
            String status,
            @Nullable Integer seat,
            @Nullable Integer placeInLine,
            @Nullable Boolean named,
            @Nullable String name,
            @Nullable Boolean nameable,
            @Nullable Boolean cancellable,
            @Nullable Boolean lapsed) {

        public boolean isNamed() {
            return Boolean.TRUE.equals(named);
        }

        public boolean isNameable() {
            return Boolean.TRUE.equals(nameable);
        }

        public boolean isCancellable() {
            return Boolean.TRUE.equals(cancellable);
        }

        /** The message that says what became of it. */
        public String words() {
            return "group.status." + (Boolean.TRUE.equals(lapsed) ? "LAPSED" : status);
        }
    }

    public List<Place> all() {
        return places == null ? List.of() : places;
    }

    /** Whether those who wait get their seats all at once. */
    public boolean isTogether() {
        return Boolean.TRUE.equals(waitsTogether);
    }

    /** Whether somebody can still be named. */
    public boolean isNameable() {
        return all().stream().anyMatch(Place::isNameable);
    }

    public long count(String status) {
        return all().stream().filter(place -> place.status().equals(status)).count();
    }

    String token() {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
