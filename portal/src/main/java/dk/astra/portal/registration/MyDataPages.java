package dk.astra.portal.registration;

import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own data: as a file, and deleted. */
@Controller
class MyDataPages {

    private final Registrations registrations;
    private final PersonalLink link;

    MyDataPages(Registrations registrations, PersonalLink link) {
        this.registrations = registrations;
        this.link = link;
    }

    @GetMapping("/min/{token}/data")
    ResponseEntity<byte[]> data(@PathVariable String token) {
        if (!PersonalLink.wellFormed(token)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mine-oplysninger.json")
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(registrations.data(token));
    }

    @GetMapping("/min/{token}/slet")
    String confirmErasure(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> "min-slet");
    }

    @PostMapping("/min/{token}/slet")
    String erase(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            registrations.erase(token);
            return "min-slettet";
        });
    }
}
