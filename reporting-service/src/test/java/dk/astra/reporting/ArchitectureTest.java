package dk.astra.reporting;

import dk.astra.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.of("dk.astra.reporting")
                .withLayers("web", "messaging")
                .check();
    }
}
