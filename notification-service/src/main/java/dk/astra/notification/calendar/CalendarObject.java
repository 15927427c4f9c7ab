package dk.astra.notification.calendar;

/**
 * A calendar object as text, CRLF.
 *
 * @param method REQUEST or CANCEL, also a parameter of the MIME part
 */
public record CalendarObject(String method, String text) {

    public String fileName() {
        return method.equals("CANCEL") ? "aflysning.ics" : "arrangement.ics";
    }
}
