package dk.astra.benchmarks.micro;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The key of a person at a meeting, made for every request, beside the HMAC alone. */
@State(Scope.Thread)
public class KeyDerivation {

    private static final String SECRET = "5eC4e7".repeat(11).substring(0, 64);
    private static final String MEETING = "0b0f9f3c-6f5e-4a57-9a5d-0c6c1f2e7d11";
    private static final String MAILBOX = "Kirsten.Eksempel@skole.example";
    private static final byte[] TEXT =
            ("person\n" + MEETING + "\nkirsten.eksempel@skole.example").getBytes(StandardCharsets.UTF_8);

    private MethodHandle person = MethodHandles.constant(String.class, "");
    private Mac mac = newMac();

    @Setup
    public void prepare() throws ReflectiveOperationException {
        Class<?> settings = HotPieces.ofService("registration-service", "dk.astra.registration.RegistrationSettings");
        Class<?> keys;
        try {
            keys = settings.getClassLoader().loadClass("dk.astra.registration.people.Keys");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        Object made =
                HotPieces.make(keys, HotPieces.make(settings, SECRET, "http://localhost:8080", Duration.ofSeconds(1)));
        person = MethodHandles.publicLookup()
                .findVirtual(keys, "person", MethodType.methodType(String.class, String.class, String.class))
                .bindTo(made);
    }

    private static Mac newMac() {
        try {
            Mac made = Mac.getInstance("HmacSHA256");
            made.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HmacSHA256"));
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public String ours() throws Throwable {
        return (String) person.invokeExact(MEETING, MAILBOX);
    }

    @Benchmark
    public byte[] bare() {
        return mac.doFinal(TEXT);
    }
}
