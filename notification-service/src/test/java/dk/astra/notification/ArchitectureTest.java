package dk.astra.notification;

import dk.astra.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.of("dk.astra.notification").check();
    }
}
