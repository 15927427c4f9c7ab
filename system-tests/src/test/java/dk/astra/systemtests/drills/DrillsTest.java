package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillsTest {

    @Test
    void readsTheSettingsOfTheCrashDrill() {
        CrashDrill.Settings settings = CrashDrill.Settings.of(
                new Arguments("crash", "--rate", "20", "--seconds", "40", "--seed", "7", "--sweep-off"));
        assertThat(settings.rate()).isEqualTo(20);
        assertThat(settings.duration()).isEqualTo(Duration.ofSeconds(40));
        assertThat(settings.rounds()).isEqualTo(3);
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.sweepOff()).isTrue();
    }

    @Test
    void runsThoseNamedAndAllButTheSoakWhereNoneIs() {
        Catalogue catalogue = Catalogue.of(new Arguments());
        assertThat(catalogue.chosen(List.of("flood", "soak")))
                .extracting(Drill::name)
                .containsExactly("flood", "soak");
        assertThat(catalogue.chosen(List.of()))
                .extracting(Drill::name)
                .startsWith("crash")
                .contains("cuts", "poison", "disk-full")
                .doesNotContain("soak")
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(Drills.run("earthquake")).isEqualTo(2);
        assertThat(Drills.run("crash", "--rate", "many")).isEqualTo(2);
        assertThatThrownBy(() -> new Arguments("crash", "--loud")).hasMessageContaining("--loud");
    }
}
