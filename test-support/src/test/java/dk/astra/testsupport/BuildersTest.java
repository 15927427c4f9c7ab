package dk.astra.testsupport;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.registrations.RegistrationStatus;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class BuildersTest {

    @Test
    void buildsAMeetingThatIsOpenForSignUp() {
        var meeting = aMeeting().withCapacity(2).build();
        assertThat(meeting.capacity()).isEqualTo(2);
        assertThat(LocalDateTime.now()).isBetween(meeting.registrationOpensAt(), meeting.registrationClosesAt());
        assertThat(aMeeting().online().build().venue()).isNull();
    }

    @Test
    void buildsRegistrationsOfEveryStatus() {
        assertThat(aRegistration().build().seat()).isEqualTo(1);
        assertThat(aRegistration().waitlisted(3).build().status()).isEqualTo(RegistrationStatus.WAITLISTED);
        assertThat(aRegistration().cancelled().build().seat()).isNull();
    }
}
