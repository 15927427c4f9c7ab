package dk.astra.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.reference.Institution;
import dk.astra.registration.reference.Registers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A register that is read in while people sign up: nobody is told that their school does not exist. */
class RegistersIT extends RegistrationServiceTestBase {

    private static final Institution SCHOOL = new Institution("280042", "Skolen ved søen", "Folkeskole", "0340");

    @Autowired
    Registers registers;

    @Test
    void neverLacksAnInstitutionThatTheNewRegisterHas() throws Exception {
        List<Institution> before = registers.search("", Integer.MAX_VALUE);
        AtomicBoolean reading = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(threads.submit(() -> {
                    boolean everLacked = false;
                    while (reading.get()) {
                        everLacked |= registers.lacksInstitution(SCHOOL.number());
                    }
                    return everLacked;
                }));
            }
            for (int i = 0; i < 20; i++) {
                registers.replaceInstitutions(List.of());
                registers.replaceInstitutions(List.of(SCHOOL));
            }
            reading.set(false);
            for (Future<Boolean> asker : askers) {
                assertThat(asker.get()).isFalse();
            }
            assertThat(registers.lacksInstitution(SCHOOL.number())).isFalse();
            assertThat(registers.lacksInstitution("280043")).isTrue();
        } finally {
            registers.replaceInstitutions(before);
        }
    }
}
