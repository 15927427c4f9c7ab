package dk.astra.localstack.signin;

/** A file of the provider is there, but not as the provider wrote it. */
class UnusableFile extends RuntimeException {

    UnusableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
