package dk.astra.portal;

/** The stub provider as a process, to look at staff pages by hand: {@code java … StubSignInMain 19000}. */
final class StubSignInMain {

    private StubSignInMain() {}

    public static void main(String[] arguments) {
        new StubSignIn(Integer.parseInt(arguments[0]));
    }
}
