package dk.astra.localstack.demo;

/** Loads the samples into a running platform. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(2);
    }
}
