package dk.astra.benchmarks.reference;

import com.mongodb.client.MongoCollection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same request and the same answer as {@code POST /api/registrations}. */
@RestController
class ReferenceController {

    record SignUp(
            @NotBlank @Size(max = 64) String meetingId,
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 254) @Email String email,
            @Nullable @Size(max = 120) String title,
            @Nullable @Pattern(regexp = "\\d{6}") String institutionNumber,
            @Nullable @Size(max = 160) String institutionName,
            @Nullable @Pattern(regexp = "\\d{4}") String municipalityCode,
            @Nullable String role,
            @Nullable @Pattern(regexp = "da|en") String language,
            @Nullable String channel,
            @Nullable @Size(max = 500) String comment) {}

    record Receipt(
            String registrationId,
            String meetingId,
            String status,
            @Nullable Integer seat,
            @Nullable Long placeInLine,
            boolean repeated,
            String link) {}

    private final MongoCollection<Document> signUps;

    ReferenceController(MongoCollection<Document> signUps) {
        this.signUps = signUps;
    }

    /** Reference (a). */
    @PostMapping("/answered")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt answered(@Valid @RequestBody SignUp signUp) {
        return receipt(UUID.randomUUID().toString(), signUp);
    }

    /** Reference (b). */
    @PostMapping("/inserted")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt inserted(@Valid @RequestBody SignUp signUp) {
        String id = UUID.randomUUID().toString();
        signUps.insertOne(new Document("_id", id)
                .append("meetingId", signUp.meetingId())
                .append("name", signUp.name())
                .append("email", signUp.email())
                .append("institutionNumber", signUp.institutionNumber())
                .append("municipalityCode", signUp.municipalityCode())
                .append("role", signUp.role())
                .append("language", signUp.language())
                .append("channel", signUp.channel())
                .append("registeredAt", new Date()));
        return receipt(id, signUp);
    }

    /** So many bytes that are ready: what a page costs when nothing is looked up and nothing rendered. */
    @GetMapping("/page")
    byte[] page(@RequestParam int bytes) {
        return new byte[bytes];
    }

    private static Receipt receipt(String id, SignUp signUp) {
        return new Receipt(
                id,
                signUp.meetingId(),
                "CONFIRMED",
                1,
                null,
                false,
                "http://localhost:8080/min/" + UUID.randomUUID().toString().replace("-", ""));
    }
}
