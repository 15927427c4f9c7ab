package dk.astra.registration.reference.web;

import dk.astra.registration.reference.Institution;
import dk.astra.registration.reference.Municipality;
import dk.astra.registration.reference.Registers;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers over HTTP. */
@RestController
class ReferenceController {

    private static final int MOST = 50;

    record Municipalities(@NotNull @Valid @Size(max = 200) List<Municipality> items) {}

    record Institutions(@NotNull @Valid @Size(max = 20_000) List<Institution> items) {}

    private final Registers registers;

    ReferenceController(Registers registers) {
        this.registers = registers;
    }

    @GetMapping("/api/municipalities")
    @Operation(summary = "All municipalities by name, in Danish order, with region and side (East/West).")
    Municipalities municipalities() {
        return new Municipalities(registers.municipalities());
    }

    @GetMapping("/api/institutions")
    @Operation(summary = "Institutions whose name holds all words of q; æ, ø, å may be typed ae, oe, aa. At most 50.")
    Institutions institutions(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int limit) {
        return new Institutions(registers.search(q, Math.clamp(limit, 1, MOST)));
    }

    @PutMapping("/api/reference/municipalities")
    @Operation(summary = "Replaces the register of municipalities. Administrators only.")
    Map<String, Integer> replace(@Valid @RequestBody Municipalities municipalities) {
        registers.replaceMunicipalities(municipalities.items());
        return Map.of("stored", municipalities.items().size());
    }

    @PutMapping("/api/reference/institutions")
    @Operation(summary = "Replaces the register of institutions. Administrators only.")
    Map<String, Integer> replace(@Valid @RequestBody Institutions institutions) {
        registers.replaceInstitutions(institutions.items());
        return Map.of("stored", institutions.items().size());
    }
}
