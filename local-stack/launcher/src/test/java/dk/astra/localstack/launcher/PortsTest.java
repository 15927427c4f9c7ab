package dk.astra.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void movesAllPortsByTheOffset() {
        Ports ports = new Ports(100);
        assertThat(ports.of(Part.BROKER)).isEqualTo(19192);
        assertThat(ports.of(Part.BROKER, 1)).isEqualTo(19193);
        assertThat(ports.url(Part.MAIL)).isEqualTo("http://localhost:8125");
        assertThat(ports.url(Part.SIGN_IN)).isEqualTo("http://localhost:9100");
    }

    @Test
    void namesWhoHoldsAPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> Ports.checkFree("portal", taken.getLocalPort()))
                    .withMessageContaining(
                            "Port " + taken.getLocalPort() + ", which portal needs, is in use by java (process "
                                    + ProcessHandle.current().pid() + ").")
                    .withMessageContaining("--port-offset");
        }
    }

    @Test
    void findsAFreePortFree() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatCode(() -> Ports.checkFree("portal", port)).doesNotThrowAnyException();
    }
}
