package dk.astra.testsupport;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts {@link StoreRules} into the application's client; a class of its own because not every module has one. */
final class WatchedStore {

    private WatchedStore() {}

    static void in(ConfigurableApplicationContext context) {
        MongoClientSettingsBuilderCustomizer watched = settings -> settings.addCommandListener(StoreRules.LISTENER);
        context.getBeanFactory().registerSingleton("storeRules", watched);
    }
}
