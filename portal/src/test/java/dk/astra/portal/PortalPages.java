package dk.astra.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A reader without JavaScript: keeps cookies, follows links, sends forms. */
final class PortalPages {

    static {
        // signing in takes a browser through five redirects, which is Java's limit
        System.setProperty("jdk.httpclient.redirects.retrylimit", "10");
    }

    private final HttpClient client;
    private final String base;

    PortalPages(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    record Page(HttpResponse<String> response, Document document) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return document.text();
        }

        String h1() {
            return document.select("h1").text();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Page post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Fills the page's POST form as given, leaves the other fields as they are, and presses a button. */
    Page submit(Page page, Map<String, String> typed, String step) {
        Element form = page.document().select("main form[method=post]").first();
        if (form == null) {
            throw new AssertionError("no form on " + page.response().uri());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name], textarea[name]")) {
            boolean choice =
                    input.attr("type").equals("radio") || input.attr("type").equals("checkbox");
            if (!choice || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.tagName().equals("textarea") ? input.wholeText() : input.val());
            }
        }
        for (Element select : form.select("select[name]")) {
            Element chosen = select.select("option[selected]").first();
            Element first = select.select("option").first();
            fields.put(select.attr("name"), chosen != null ? chosen.val() : first == null ? "" : first.val());
        }
        fields.putAll(typed);
        if (!step.isEmpty()) {
            fields.put("step", step);
        }
        return post(
                form.hasAttr("action")
                        ? form.attr("action")
                        : page.response().uri().getPath(),
                fields);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response, Jsoup.parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
