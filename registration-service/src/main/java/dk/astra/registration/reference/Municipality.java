package dk.astra.registration.reference;

import dk.astra.contracts.Side;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A municipality.
 *
 * @param code four digits with leading zero (domain.md 5.3)
 * @param region name; regions are merged and split over the years, so never an enum
 */
@Document("municipalities")
public record Municipality(
        @Id @NotBlank @Pattern(regexp = "\\d{4}", message = "municipality-code")
        String code,

        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 80) String region,
        @NotNull Side side) {}
