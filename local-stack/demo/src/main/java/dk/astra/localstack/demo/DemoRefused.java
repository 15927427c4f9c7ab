package dk.astra.localstack.demo;

/** The demo cannot go on; the message is one sentence for the person who started it. */
public class DemoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoRefused(String message) {
        super(message);
    }
}
