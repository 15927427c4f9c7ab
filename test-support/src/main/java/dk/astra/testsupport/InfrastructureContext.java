package dk.astra.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Brings {@link WithInfrastructure} into a test's context; found by Spring in {@code spring.factories}. */
public final class InfrastructureContext implements ContextCustomizerFactory {

    private static final String CUSTOMIZER =
            "org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer";
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        WithInfrastructure asked = TestContextAnnotationUtils.findMergedAnnotation(testClass, WithInfrastructure.class);
        if (asked == null) {
            return null;
        }
        return new Properties(asked.database().isEmpty() ? databaseOf(testClass) : asked.database());
    }

    private static String databaseOf(Class<?> testClass) {
        String name = testClass.getSimpleName();
        String shortened = name.length() > 40 ? name.substring(0, 40) : name;
        return shortened.toLowerCase(Locale.ROOT) + "_" + RUN;
    }

    /** A record, so that equal demands share a cached context. */
    private record Properties(String database) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
            ConfigurableEnvironment environment = context.getEnvironment();
            MutablePropertySources sources = environment.getPropertySources();
            LazyProperties properties = new LazyProperties(suppliers());
            if (ClassUtils.isPresent(CUSTOMIZER, InfrastructureContext.class.getClassLoader())) {
                WatchedStore.in(context);
            }
            String inlined = "Inlined Test Properties";
            if (sources.contains(inlined)) {
                sources.addAfter(inlined, properties);
            } else {
                sources.addFirst(properties);
            }
        }

        private Map<String, Supplier<Object>> suppliers() {
            Map<String, Supplier<Object>> suppliers = new LinkedHashMap<>();
            suppliers.put(
                    "spring.mongodb.uri", () -> Infrastructure.current().store().uri(database));
            suppliers.put(
                    "spring.kafka.bootstrap-servers",
                    () -> Infrastructure.current().broker().bootstrapServers());
            suppliers.put(
                    "spring.mail.host", () -> Infrastructure.current().mailbox().smtpHost());
            suppliers.put(
                    "spring.mail.port", () -> Infrastructure.current().mailbox().smtpPort());
            suppliers.put("tilmelding.signin.issuer", () -> TestSignIn.current().issuer());
            suppliers.put("tilmelding.signin.client-id", () -> "test");
            suppliers.put("tilmelding.signin.client-secret", () -> "test");
            suppliers.put("tilmelding.secret", () -> "00112233445566778899aabbccddeeff".repeat(2));
            return suppliers;
        }
    }

    private static final class LazyProperties extends EnumerablePropertySource<Map<String, Supplier<Object>>> {

        LazyProperties(Map<String, Supplier<Object>> suppliers) {
            super("test infrastructure", suppliers);
        }

        @Override
        public String[] getPropertyNames() {
            return source.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            Supplier<Object> supplier = source.get(name);
            return supplier == null ? null : supplier.get();
        }
    }
}
