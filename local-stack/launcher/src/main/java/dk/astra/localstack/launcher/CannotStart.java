package dk.astra.localstack.launcher;

import java.util.List;

/** Why something is refused: one sentence, the remedy, and what the process said last. */
public final class CannotStart extends RuntimeException {

    private final String remedy;
    private final List<String> lastLines;

    CannotStart(String sentence, String remedy) {
        this(sentence, remedy, List.of());
    }

    CannotStart(String sentence, String remedy, List<String> lastLines) {
        super(sentence + " " + remedy);
        this.remedy = remedy;
        this.lastLines = List.copyOf(lastLines);
    }

    /** What the reader can do. */
    public String remedy() {
        return remedy;
    }

    /** The end of the log of the process concerned, empty if there is none. */
    public List<String> lastLines() {
        return lastLines;
    }
}
