package dk.astra.portal.registration;

import java.util.Arrays;

/** Which button of the form was pressed. */
public enum Step {
    /** Search for the school. */
    FIND("find"),
    /** Back to the fields. */
    EDIT("ret"),
    /** On to the answers. */
    CHECK("tjek"),
    SEND("send"),
    /** Stay where the registration waits to be sent again. */
    WAIT("vent");

    private final String value;

    Step(String value) {
        this.value = value;
    }

    /** Of the field {@code step}. */
    public String value() {
        return value;
    }

    /** What no button of ours says checks the answers, which changes nothing. */
    public static Step of(String value) {
        return Arrays.stream(values())
                .filter(step -> step.value.equals(value))
                .findFirst()
                .orElse(CHECK);
    }
}
