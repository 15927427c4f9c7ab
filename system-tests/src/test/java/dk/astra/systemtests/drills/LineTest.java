package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final AtomicInteger answered = new AtomicInteger();
    private ServerSocket echo;
    private Line line;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, HERE);
        Thread.ofVirtual().start(this::answer);
        line = Line.open(freePort(), echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        echo.close();
    }

    @Test
    void passesOnWhatBothSidesSay() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 'a')).isEqualTo('a');
            assertThat(ask(client, 'b')).isEqualTo('b');
        }
        assertThat(line.accepted()).isOne();
    }

    @Test
    void endsWhatIsConnectedAndRefusesWhatComesUntilMended() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 'a')).isEqualTo('a');
            line.cut();
            assertThatThrownBy(() -> ask(client, 'b')).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

        line.mend();
        try (Socket client = connect()) {
            assertThat(ask(client, 'c')).isEqualTo('c');
        }
    }

    @Test
    void holdsAnswersBackWhileTheQuestionIsThereAlready() throws IOException {
        try (Socket client = connect()) {
            ask(client, 'a');
            line.delayAnswers(Duration.ofSeconds(30));
            client.setSoTimeout(300);
            client.getOutputStream().write('b');
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
            assertThat(answered).hasValue(2);
        }
    }

    @Test
    void endsTheConnectionWhenNobodyIsThere() throws IOException {
        echo.close();
        try (Socket client = connect()) {
            assertThatThrownBy(() -> {
                        if (client.getInputStream().read() < 0) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void tellsClientsOfABrokerTheAddressOfTheLine() throws IOException {
        byte[] host = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);
        byte[] answer = ByteBuffer.allocate(4 + 3 + 13 + 13 + 2)
                .putInt(31)
                .put(new byte[] {7, 7, 10})
                .put(host)
                .putInt(21_592)
                .put(host)
                .putInt(21_593)
                .put(new byte[] {8, 8})
                .array();

        byte[] passedOn = new KafkaAnswers(21_592, 19_600).next(new ByteArrayInputStream(answer));

        ByteBuffer read = ByteBuffer.wrap(passedOn);
        assertThat(passedOn).hasSameSizeAs(answer);
        assertThat(read.getInt()).isEqualTo(31);
        assertThat(read.getInt(4 + 3 + 9)).isEqualTo(19_600);
        assertThat(read.getInt(4 + 3 + 13 + 9)).isEqualTo(21_593);
        assertThat(new KafkaAnswers(1, 2).next(new ByteArrayInputStream(new byte[0])))
                .isNull();
    }

    private void answer() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void answer(Socket client) {
        try (client) {
            for (int letter = client.getInputStream().read();
                    letter >= 0;
                    letter = client.getInputStream().read()) {
                answered.incrementAndGet();
                client.getOutputStream().write(letter);
            }
        } catch (IOException cut) {
            // as the test wants it
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(HERE, line.port());
        client.setSoTimeout(10_000);
        return client;
    }

    private static int ask(Socket client, int letter) throws IOException {
        client.getOutputStream().write(letter);
        return new DataInputStream(client.getInputStream()).readUnsignedByte();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, HERE)) {
            return probe.getLocalPort();
        }
    }
}
