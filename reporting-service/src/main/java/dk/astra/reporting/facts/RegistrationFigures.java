package dk.astra.reporting.facts;

import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.contracts.registrations.RegistrationStatus;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What counting needs of a registration.
 *
 * @param personId random id; null once the person is erased
 * @param institutionNumber six digits, where known
 * @param municipalityCode four digits, where known
 */
public record RegistrationFigures(
        RegistrationStatus status,
        @Nullable String personId,
        @Nullable String institutionNumber,
        @Nullable String municipalityCode) {

    public static RegistrationFigures of(RegistrationState registration) {
        return new RegistrationFigures(
                registration.status(),
                registration.personId(),
                registration.institutionNumber(),
                registration.municipalityCode());
    }

    public RegistrationFigures withoutPerson() {
        return new RegistrationFigures(status, null, institutionNumber, municipalityCode);
    }

    public Document stored() {
        Document stored = new Document("status", status.name());
        RecordedFact.put(stored, "personId", personId);
        RecordedFact.put(stored, "institutionNumber", institutionNumber);
        RecordedFact.put(stored, "municipalityCode", municipalityCode);
        return stored;
    }
}
