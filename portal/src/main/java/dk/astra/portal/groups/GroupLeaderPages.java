package dk.astra.portal.groups;

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
import org.springframework.web.bind.annotation.RequestMapping;

/** What a leader decides for the whole list, and about their own data. */
@Controller
@RequestMapping("/gruppe/{token}")
class GroupLeaderPages {

    private static final String PART = "gruppe-hver-for-sig";
    private static final String ERASE = "gruppe-slet";

    private final Groups groups;
    private final GroupLink link;

    GroupLeaderPages(Groups groups, GroupLink link) {
        this.groups = groups;
        this.link = link;
    }

    @GetMapping("/hver-for-sig")
    String confirmParting(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, list -> list.isTogether() ? PART : "redirect:/gruppe/" + token);
    }

    @PostMapping("/hver-for-sig")
    String part(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(
                token, model, response, list -> link.submit(token, PART, model, response, () -> groups.part(token)));
    }

    @GetMapping("/data")
    ResponseEntity<byte[]> data(@PathVariable String token) {
        if (!GroupLink.wellFormed(token)) {
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
                .body(groups.data(token));
    }

    @GetMapping("/slet")
    String confirmErasure(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, list -> ERASE);
    }

    @PostMapping("/slet")
    String erase(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, list -> {
            String answer = link.submit(token, ERASE, model, response, () -> groups.erase(token));
            return answer.equals(ERASE) ? ERASE : "min-slettet";
        });
    }
}
