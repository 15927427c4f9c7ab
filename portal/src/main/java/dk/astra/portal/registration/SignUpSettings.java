package dk.astra.portal.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may press the buttons of one meeting's form, prefix {@code portal.sign-up}. A whole school may
 * sign up behind one address.
 *
 * @param sends sign-ups sent within {@code per}; 0 is no limit ({@code PORTAL_SIGN_UP_SENDS})
 * @param steps other buttons pressed within {@code per}; 0 is no limit ({@code PORTAL_SIGN_UP_STEPS})
 * @param per ({@code PORTAL_SIGN_UP_PER})
 */
@ConfigurationProperties("portal.sign-up")
record SignUpSettings(
        @DefaultValue("60") int sends,
        @DefaultValue("600") int steps,
        @DefaultValue("1m") Duration per) {}
