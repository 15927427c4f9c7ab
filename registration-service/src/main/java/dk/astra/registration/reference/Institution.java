package dk.astra.registration.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A school or other institution.
 *
 * @param number six digits, stable (domain.md 5.4)
 */
@Document("institutions")
public record Institution(
        @Id @NotBlank @Pattern(regexp = "\\d{6}", message = "institution-number")
        String number,

        @NotBlank @Size(max = 160) String name,
        @NotBlank @Size(max = 80) String type,

        @NotBlank @Pattern(regexp = "\\d{4}", message = "municipality-code")
        String municipalityCode) {}
