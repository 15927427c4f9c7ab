package dk.astra.registration.groups;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** There are fewer seats than people, and all were to get one; nobody is signed up. */
public final class GroupDoesNotFit extends Refusal {

    /** @param left seats that there are */
    public GroupDoesNotFit(int left) {
        super("group-does-not-fit", HttpStatus.CONFLICT, left);
        with("left", left);
    }
}
