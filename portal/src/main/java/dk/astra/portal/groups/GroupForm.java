package dk.astra.portal.groups;

import dk.astra.portal.meetings.Campaign;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a leader typed; it travels from page to page in the form itself. The rows are read one by one from fields with
 * known names, so a request can say what it likes and there are never more than {@link #MOST}.
 *
 * @param key made when the form was opened; whatever is sent from it twice counts once
 * @param self whether the leader comes too
 * @param rows people with a name, in the order of the page; empty rows are no people
 * @param unnamed places without a person; empty where it is no number
 * @param fit {@code ALL}, {@code TOGETHER}, or what becomes of those who do not fit: {@code WAIT} or {@code LEAVE}
 * @param nameBy ISO date, or empty for the usual one
 * @param cameBy the way here; no field of the form can claim a channel
 * @param website no person sees this field; what fills it is a machine
 */
record GroupForm(
        String key,
        String name,
        String email,
        String institutionQuery,
        String institutionNumber,
        String institutionName,
        String municipalityCode,
        boolean self,
        List<Row> rows,
        String unnamed,
        String fit,
        String nameBy,
        Campaign cameBy,
        String website) {

    static final int MOST = 20;
    private static final int SHOWN = 3;
    private static final List<String> FITS = List.of("ALL", "TOGETHER", "WAIT", "LEAVE");

    /** @param number from 1; ends the names of its fields */
    record Row(int number, String name, String email) {

        boolean isEmpty() {
            return name.isEmpty() && email.isEmpty();
        }
    }

    static GroupForm empty(Campaign campaign) {
        return new GroupForm(
                UUID.randomUUID().toString(), "", "", "", "", "", "", false, rows(SHOWN), "0", "ALL", "", campaign, "");
    }

    private static List<Row> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Row(number, "", ""))
                .toList();
    }

    static GroupForm of(HttpServletRequest request) {
        String key = text(request, "key");
        String fit = text(request, "fit");
        return new GroupForm(
                key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString(),
                text(request, "name"),
                text(request, "email"),
                text(request, "institutionQuery"),
                text(request, "institutionNumber"),
                text(request, "institutionName"),
                text(request, "municipalityCode"),
                !text(request, "self").isEmpty(),
                typed(request),
                text(request, "unnamed"),
                FITS.contains(fit) ? fit : "ALL",
                text(request, "nameBy"),
                Campaign.of(request.getParameter("campaign"), request.getParameter(Campaign.VIA)),
                text(request, "website"));
    }

    private static List<Row> typed(HttpServletRequest request) {
        List<Row> rows = new ArrayList<>();
        for (int number = 1; number <= MOST; number++) {
            if (request.getParameter("name-" + number) != null || request.getParameter("email-" + number) != null) {
                while (rows.size() < number - 1) {
                    rows.add(new Row(rows.size() + 1, "", ""));
                }
                rows.add(new Row(number, text(request, "name-" + number), text(request, "email-" + number)));
            }
        }
        return rows.isEmpty() ? rows(SHOWN) : List.copyOf(rows);
    }

    private static String text(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    GroupForm withAnotherRow() {
        List<Row> more = new ArrayList<>(rows);
        if (more.size() < MOST) {
            more.add(new Row(more.size() + 1, "", ""));
        }
        return new GroupForm(
                key,
                name,
                email,
                institutionQuery,
                institutionNumber,
                institutionName,
                municipalityCode,
                self,
                List.copyOf(more),
                unnamed,
                fit,
                nameBy,
                cameBy,
                website);
    }

    public boolean mayHaveAnotherRow() {
        return rows.size() < MOST;
    }

    /** Rows that are people. */
    List<Row> people() {
        return rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    /** Null where it is no number that can be asked for. */
    @Nullable
    Integer unnamedPlaces() {
        return unnamed.isEmpty() ? Integer.valueOf(0) : unnamed.matches("\\d{1,2}") ? Integer.valueOf(unnamed) : null;
    }

    /** How many places are asked for. */
    int size() {
        Integer places = unnamedPlaces();
        return (self ? 1 : 0) + people().size() + (places == null ? 0 : places);
    }

    /** Whether they come all together or not at all. */
    boolean isForAll() {
        return fit.equals("ALL") || fit.equals("TOGETHER");
    }

    /** What the leader can choose for when there are fewer seats. */
    public List<String> fits() {
        return FITS;
    }

    boolean isFromMachine() {
        return !website.isEmpty();
    }

    boolean hasInstitution() {
        return !institutionNumber.isEmpty() || !institutionName.isEmpty();
    }

    /** The field of this form that a field of the request is told at. */
    String fieldOf(String requested) {
        if (requested.startsWith("people[")) {
            int index = Integer.parseInt(requested.substring(7, requested.indexOf(']'))) - (self ? 1 : 0);
            String field = requested.substring(requested.indexOf('.') + 1);
            List<Row> people = people();
            return index < 0
                    ? field
                    : index < people.size() ? field + "-" + people.get(index).number() : "unnamed";
        }
        String field = requested.startsWith("leader.") ? requested.substring(7) : requested;
        return switch (field) {
            case "institutionNumber" -> "institutionQuery";
            case "people" -> "name-1";
            default -> field;
        };
    }

    /** The header Idempotency-Key: the same for the same answers of the same form. */
    String idempotencyKey(String meetingId, String language) {
        List<String> answers = new ArrayList<>(List.of(
                meetingId,
                language,
                name,
                email,
                institutionNumber,
                institutionName,
                municipalityCode,
                Boolean.toString(self),
                unnamed,
                fit,
                nameBy,
                cameBy.code(),
                cameBy.via()));
        people().forEach(row -> answers.addAll(List.of(row.name(), row.email())));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", answers).getBytes(StandardCharsets.UTF_8));
            return key + "-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
