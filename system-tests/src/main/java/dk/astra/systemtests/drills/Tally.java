package dk.astra.systemtests.drills;

import dk.astra.systemtests.MailLine;
import dk.astra.systemtests.Participant;
import dk.astra.testsupport.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What was acknowledged, and where it is found again.
 *
 * @param doubled people with more than one registration
 * @param factIds ids of facts, beyond one for each registration
 * @param otherMessageIds mails to one person with different Message-IDs, beyond one for each registration
 */
public record Tally(
        int sent,
        int acknowledged,
        List<String> refused,
        int stored,
        int notStored,
        int doubled,
        int onStream,
        int notOnStream,
        int factIds,
        int factCopies,
        int mails,
        int notMailed,
        int otherMessageIds,
        int mailCopies) {

    /** Nothing is missing and nothing was done twice under another name; copies of the same are fine. */
    public boolean isClean() {
        return acknowledged == sent
                && acknowledged == stored
                && notStored + doubled + notOnStream + factIds + notMailed + otherMessageIds == 0;
    }

    /** Acknowledged people who are missing somewhere, each place counted. */
    public int lost() {
        return notStored + notOnStream + notMailed;
    }

    /** Registrations, facts and mails that exist twice under different names. */
    public int twice() {
        return doubled + factIds + otherMessageIds;
    }

    String losses() {
        return "not stored %d, not on the stream %d, not mailed %d".formatted(notStored, notOnStream, notMailed);
    }

    String doubles() {
        return "people %d, facts %d, mails %d".formatted(doubled, factIds, otherMessageIds);
    }

    /** Changes as long as something still arrives. */
    List<Integer> progress() {
        return List.of(stored, onStream, mails, factCopies, mailCopies);
    }

    public String table() {
        StringBuilder table = new StringBuilder();
        line(table, "acknowledged", acknowledged, "of " + sent + " people");
        line(table, "stored", stored, "missing " + notStored + ", people twice " + doubled);
        line(
                table,
                "facts on the stream",
                onStream,
                "missing " + notOnStream + ", copies with the same id " + factCopies + ", with another id " + factIds);
        line(
                table,
                "mails in the mailbox",
                mails,
                "missing " + notMailed + ", copies with the same Message-ID " + mailCopies + ", with another "
                        + otherMessageIds);
        refused.stream()
                .distinct()
                .limit(3)
                .forEach(answer ->
                        table.append("  never acknowledged: ").append(answer).append('\n'));
        return table.append(
                        isClean()
                                ? "PASSED: acknowledged = stored = on the stream = in the mailbox"
                                : "FAILED: the counts differ")
                .toString();
    }

    private static void line(StringBuilder table, String name, int count, String remark) {
        table.append(String.format(Locale.ROOT, "  %-22s %7d   %s%n", name, count, remark));
    }

    /** Collects while the places are read. */
    static final class Builder {

        private final Map<String, Participant> acknowledged;
        private final int sent;
        private final List<String> refused;
        private final Set<String> stored = new HashSet<>();
        private final Map<String, Integer> byAddress = new HashMap<>();
        private final Map<String, Set<String>> factIds = new HashMap<>();
        private final Map<String, List<String>> messageIds = new HashMap<>();
        private int facts;

        Builder(Map<String, Participant> acknowledged, int sent, List<String> refused) {
            this.acknowledged = acknowledged;
            this.sent = sent;
            this.refused = refused;
        }

        void stored(JsonNode participant) {
            stored.add(participant.path("registrationId").asString());
            byAddress.merge(participant.path("email").asString(), 1, Integer::sum);
        }

        void onStream(StreamRecord fact) {
            facts++;
            factIds.computeIfAbsent(fact.subject(), ignored -> new HashSet<>()).add(fact.id());
        }

        void inMailbox(MailLine mail) {
            messageIds
                    .computeIfAbsent(mail.to().toLowerCase(Locale.ROOT), ignored -> new ArrayList<>())
                    .add(mail.messageId());
        }

        Tally build() {
            int distinctFacts = factIds.values().stream().mapToInt(Set::size).sum();
            int notMailed = 0;
            int mails = 0;
            int copies = 0;
            int others = 0;
            for (Participant participant : acknowledged.values()) {
                List<String> got = messageIds.getOrDefault(participant.email().toLowerCase(Locale.ROOT), List.of());
                int distinct = new HashSet<>(got).size();
                notMailed += distinct == 0 ? 1 : 0;
                mails += distinct == 0 ? 0 : 1;
                others += Math.max(0, distinct - 1);
                copies += got.size() - distinct;
            }
            return new Tally(
                    sent,
                    acknowledged.size(),
                    refused,
                    stored.size(),
                    missing(stored),
                    (int) byAddress.values().stream().filter(n -> n > 1).count(),
                    factIds.size(),
                    missing(factIds.keySet()),
                    distinctFacts - factIds.size(),
                    facts - distinctFacts,
                    mails,
                    notMailed,
                    others,
                    copies);
        }

        private int missing(Set<String> present) {
            return (int) acknowledged.keySet().stream()
                    .filter(id -> !present.contains(id))
                    .count();
        }
    }
}
