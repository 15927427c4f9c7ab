package dk.astra.localstack.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInIT {

    private static final String PORTAL = "http://localhost:8080";
    private static final String CALLBACK = PORTAL + "/login/oauth2/code/astra";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private int port;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        port = port == 0 ? freePort() : port;
        launch();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> said().contains("READY port=" + port) || !process.isAlive());
        assertThat(process.isAlive()).as(said()).isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void describesItselfAsOpenIdProvider() throws Exception {
        JsonNode provider =
                JSON.readTree(get("/.well-known/openid-configuration").body());
        assertThat(provider.get("issuer").asString()).isEqualTo("http://localhost:" + port);
        assertThat(provider.get("end_session_endpoint").asString()).startsWith("http://localhost:" + port);
    }

    @Test
    void keepsCredentialsForTheOwnerOnly() throws Exception {
        for (String file : List.of("credentials.json", "signing-key.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("sign-in").resolve(file))))
                    .isEqualTo("rw-------");
        }
        JsonNode credentials = credentials();
        assertThat(credentials.get("users").propertyNames()).containsOnly("arrangoer", "leder", "administrator");
        assertThat(credentials.get("clients").propertyNames())
                .contains("portal", "event-service", "cli-organiser", "cli-manager", "cli-administrator");
    }

    @Test
    void givesScriptsATokenOfTheirRole() throws Exception {
        assertThat(claims(clientToken("cli-organiser", "")).getStringListClaim("roles"))
                .containsExactly("ORGANISER");
        assertThat(claims(clientToken("cli-manager", "")).getStringListClaim("roles"))
                .containsExactly("MANAGER");
        assertThat(claims(clientToken("cli-administrator", "")).getStringListClaim("roles"))
                .containsExactly("ADMINISTRATOR");
    }

    @Test
    void givesServicesTheInternalScopeAndNoRole() throws Exception {
        for (String asked : List.of("", "&scope=internal")) {
            JWTClaimsSet claims = claims(clientToken("notification-service", asked));
            assertThat(claims.getStringListClaim("scope")).containsExactly("internal");
            assertThat(claims.getStringListClaim("roles")).isEmpty();
        }
        assertThat(token("cli-organiser", "grant_type=client_credentials&scope=internal")
                        .statusCode())
                .as("a script is no service")
                .isEqualTo(400);
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", basic("cli-manager", "guessed"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void tokensOutliveARestart() throws Exception {
        String before = clientToken("cli-manager", "");
        JsonNode credentials = credentials();
        stop();
        start();
        assertThat(credentials()).isEqualTo(credentials);
        assertThat(claims(before).getSubject()).isEqualTo("cli-manager");
        assertThat(claims(clientToken("cli-manager", "")).getSubject()).isEqualTo("cli-manager");
    }

    @Test
    void signsAPersonInForThePortal() throws Exception {
        HttpResponse<String> form =
                send(HttpRequest.newBuilder(authorize("&ui_locales=en")).header("Accept", "text/html"));
        assertThat(form.headers().firstValue("Location")).contains("http://localhost:" + port + "/login");
        String english = get("/login").body();
        assertThat(english).contains("<html lang=\"en\">").contains("Sign in");

        HttpResponse<String> signedIn =
                signIn("leder", credentials().at("/users/leder").asString(), english);
        String back = signedIn.headers().firstValue("Location").orElseThrow();
        String code = parameter(get(back).headers().firstValue("Location").orElseThrow(), "code");
        JsonNode tokens = JSON.readTree(token(
                        "portal",
                        "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encode(CALLBACK)
                                + "&code_verifier=" + VERIFIER)
                .body());

        assertThat(claims(tokens.get("access_token").asString()).getStringListClaim("roles"))
                .containsExactly("MANAGER");
        JWTClaimsSet id = claims(tokens.get("id_token").asString());
        assertThat(id.getStringListClaim("roles")).containsExactly("MANAGER");
        assertThat(id.getStringClaim("name")).isEqualTo("Leder");
        assertThat(id.getAudience()).contains("portal");
        assertThat(tokens.has("refresh_token")).isTrue();
    }

    @Test
    void insistsOnAProofKeyAndOnTheRegisteredAddress() throws Exception {
        String without = "/oauth2/authorize?response_type=code&client_id=portal&scope=openid&redirect_uri=";
        HttpResponse<String> noProof = get(without + encode(CALLBACK));
        assertThat(noProof.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
        assertThat(get(without + encode("http://evil.example/")).statusCode()).isEqualTo(400);
    }

    @Test
    void saysInWordsThatThePasswordIsWrong() throws Exception {
        String form = send(HttpRequest.newBuilder(uri("/login")).header("Accept-Language", "da"))
                .body();
        assertThat(form).contains("<html lang=\"da\">").contains("Log ind");
        HttpResponse<String> answer = signIn("leder", "<script>", form);
        assertThat(answer.headers().firstValue("Location")).contains("http://localhost:" + port + "/login?error");
        assertThat(get("/login?error").body())
                .contains("role=\"alert\"")
                .contains("passer ikke")
                .contains("<title>Fejl:");
    }

    @Test
    void saysThatThePortIsInUseOrAFileIsDamaged() throws Exception {
        stop();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal())
                    .contains("Port " + taken.getLocalPort() + " is in use")
                    .doesNotContain("\tat ");
        }
        Files.writeString(folder.resolve("sign-in/credentials.json"), "{");
        assertThat(refusal()).contains("credentials.json is damaged. Delete it").doesNotContain("\tat ");
    }

    private String refusal() throws Exception {
        launch();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(LocalSignIn.REFUSED);
        return said();
    }

    private void launch() throws IOException {
        Files.deleteIfExists(folder.resolve("log"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        "target/local-sign-in.jar",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.resolve("sign-in").toString(),
                        "--portal-url",
                        PORTAL)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String said() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private JsonNode credentials() {
        return JSON.readTree(folder.resolve("sign-in/credentials.json").toFile());
    }

    private HttpResponse<String> signIn(String user, String password, String form) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
        assertThat(csrf.find()).isTrue();
        String body = Map.of("username", user, "password", password, "_csrf", csrf.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI authorize(String more) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8)));
        return uri("/oauth2/authorize?response_type=code&client_id=portal&scope=openid%20profile&state=s&redirect_uri="
                + encode(CALLBACK) + "&code_challenge_method=S256&code_challenge=" + challenge + more);
    }

    private String clientToken(String client, String more) throws Exception {
        return JSON.readTree(
                        token(client, "grant_type=client_credentials" + more).body())
                .get("access_token")
                .asString();
    }

    private HttpResponse<String> token(String client, String body) throws Exception {
        String secret = credentials().get("clients").get(client).asString();
        return send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", basic(client, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The claims, after the signature was checked with the provider's published key. */
    private JWTClaimsSet claims(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static String parameter(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).as(address).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String pathOrAddress) throws Exception {
        URI address = pathOrAddress.startsWith("http") ? URI.create(pathOrAddress) : uri(pathOrAddress);
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html, application/json"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
