package dk.astra.registration.registration;

import dk.astra.contracts.Side;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a participant correct what was answered; the e-mail stays, it is the person. */
@Component
public class ChangeAnswers {

    /** The answers as they shall be. */
    public record Answers(
            String name,
            @Nullable String title,
            @Nullable String institutionNumber,
            @Nullable String institutionName,
            @Nullable String municipalityCode,
            @Nullable Side side,
            @Nullable String role,
            String language,
            Map<String, String> answers,
            @Nullable String comment) {}

    private final Registrations registrations;
    private final RegistrationFacts facts;

    ChangeAnswers(Registrations registrations, RegistrationFacts facts) {
        this.registrations = registrations;
        this.facts = facts;
    }

    /** The same answers again change nothing and tell nobody. */
    public Registration change(Registration registration, Answers answers) {
        Registration read = registration;
        while (true) {
            Contact before = read.contact();
            if (before == null || !read.status().isLive()) {
                throw new LinkUnknown();
            }
            Contact after = new Contact(
                    answers.name(),
                    before.email(),
                    answers.title(),
                    answers.institutionName(),
                    answers.language(),
                    answers.answers(),
                    answers.comment());
            Set<String> changed = changed(read, before, after, answers);
            if (changed.isEmpty()) {
                return read;
            }
            Optional<Registration> written = registrations.change(
                    read,
                    copy -> {
                        copy.contact = after;
                        copy.institutionNumber = answers.institutionNumber();
                        copy.municipalityCode = answers.municipalityCode();
                        copy.side = answers.side();
                        copy.role = answers.role();
                        return copy;
                    },
                    next -> facts.changed(next, changed));
            if (written.isPresent()) {
                facts.relay(read.id(), written.get().outbox());
                return written.get();
            }
            read = registrations
                    .find(registration.id())
                    .filter(registration::isOfSamePersonAs)
                    .orElseThrow(LinkUnknown::new);
        }
    }

    private static Set<String> changed(Registration read, Contact before, Contact after, Answers answers) {
        Set<String> changed = new LinkedHashSet<>();
        note(changed, "name", before.name(), after.name());
        note(changed, "title", before.title(), after.title());
        note(changed, "institutionName", before.institutionName(), after.institutionName());
        note(changed, "language", before.language(), after.language());
        note(changed, "answers", before.answers(), after.answers());
        note(changed, "comment", before.comment(), after.comment());
        note(changed, "institutionNumber", read.institutionNumber(), answers.institutionNumber());
        note(changed, "municipalityCode", read.municipalityCode(), answers.municipalityCode());
        note(changed, "role", read.role(), answers.role());
        return changed;
    }

    private static void note(Set<String> changed, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(name);
        }
    }
}
