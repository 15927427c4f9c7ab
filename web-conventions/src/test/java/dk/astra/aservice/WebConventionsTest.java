package dk.astra.aservice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.web.AccessRules;
import dk.astra.web.NotFound;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the conventions do to a service that has nothing of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=conventions-test",
            "spring.config.import=classpath:web-conventions.yml",
            "logging.structured.format.console=",
            "web.concurrent=2",
            "web.patience=50ms"
        })
class WebConventionsTest {

    static final CountDownLatch OPEN = new CountDownLatch(1);

    @SpringBootApplication
    static class Service {

        @Bean
        AccessRules rules() {
            return requests -> {
                requests.requestMatchers("/slow", "/broken", "/refused").permitAll();
                requests.requestMatchers("/staff").hasRole("ORGANISER");
            };
        }

        @RestController
        static class Pages {

            @GetMapping("/slow")
            String slow() throws InterruptedException {
                OPEN.await();
                return "done";
            }

            @GetMapping("/broken")
            String broken() {
                throw new IllegalStateException("the secret of our inside");
            }

            @GetMapping("/refused")
            String refused() {
                throw new NotFound();
            }
        }
    }

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private CompletableFuture<HttpResponse<String>> get(String path, String language) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersOverloadWithAReasonAndATimeAndGoesOnAfterwards() {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(get("/slow", "da"));
        }
        CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(get("/internal/contacts", "da")
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join()
                        .statusCode())
                .as("a neighbour gets through a crowd")
                .isEqualTo(401);
        OPEN.countDown();

        List<Integer> statuses =
                calls.stream().map(call -> call.join().statusCode()).sorted().toList();
        assertThat(statuses).containsExactly(200, 200, 429, 429, 429, 429);
        HttpResponse<String> busy = calls.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(busy.headers().firstValue("retry-after")).hasValue("1");
        assertThat(busy.body()).contains("problems/too-busy").contains("travlt");
        assertThat(get("/slow", "da").join().statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness", "da").join().statusCode()).isEqualTo(200);
    }

    @Test
    void tellsNothingOfItsInside() {
        HttpResponse<String> broken = get("/broken", "en").join();

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).contains("Something went wrong on our side").doesNotContain("secret");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(get("/refused", "en-GB,en;q=0.9").join().body()).contains("Not found");
        assertThat(get("/refused", "da-DK").join().body()).contains("Ikke fundet");
        assertThat(get("/refused", "fr").join().body()).contains("Ikke fundet");
        assertThat(get("/refused", "da").join().headers().firstValue("content-type"))
                .hasValue("application/problem+json");
    }

    @Test
    void deniesWhatNoRuleOpens() {
        assertThat(get("/staff", "en").join().statusCode()).isEqualTo(401);
        assertThat(get("/staff", "en").join().body()).contains("problems/unauthorised");
        assertThat(get("/anything", "da").join().statusCode()).isEqualTo(401);
        assertThat(get("/internal/contacts", "da").join().statusCode()).isEqualTo(401);
    }
}
