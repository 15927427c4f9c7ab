package dk.astra.portal.meetings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where links in a frame lead: to framed pages, which carry all they know in their addresses, or to the portal in a tab
 * of its own, where cookies work.
 *
 * @param network what the list shows; null for everything
 * @param listed whether the reader came from the list in this frame
 */
public record FramedLinks(String language, @Nullable String network, boolean listed, Campaign campaign) {

    static final String LIST = "/indlejret/arrangementer";

    /** Of a page that was opened from the list. */
    static final String LISTED = "liste";

    public String list() {
        return address(LIST, false);
    }

    /** In the frame, from the list. */
    public String meeting(String id) {
        return address(LIST + "/" + id, true);
    }

    public String page(String id) {
        return outside("/arrangementer/" + id);
    }

    public String signUp(String id) {
        return outside("/arrangementer/" + id + "/tilmelding");
    }

    public String all() {
        return outside("/");
    }

    private String outside(String path) {
        return campaign.throughWidget().on(path + "?lang=" + language);
    }

    private String address(String path, boolean fromList) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("lang", language);
        if (network != null) {
            values.put("network", network);
        }
        if (fromList) {
            values.put(LISTED, "1");
        }
        if (campaign.isKnown()) {
            values.put(Campaign.PARAMETER, campaign.code());
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
