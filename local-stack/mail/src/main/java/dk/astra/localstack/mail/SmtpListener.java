package dk.astra.localstack.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The SMTP port: GreenMail's protocol, our mailbox behind it, and a switch for faults. */
final class SmtpListener {

    private static final String HOST = "127.0.0.1";

    private final Reception reception;
    private final Managers managers = new Managers();
    private int port;
    private @Nullable SmtpServer server;

    SmtpListener(int port, Mailbox mailbox) throws IOException {
        this.port = port;
        this.reception = new Reception(managers, mailbox);
        listen();
    }

    int port() {
        return port;
    }

    Fault fault() {
        return reception.fault();
    }

    /** From now on; {@code recipient} narrows refusals to addresses that contain it, empty for all. */
    synchronized void misbehave(Fault fault, String recipient) throws IOException {
        reception.misbehave(fault, recipient);
        if (fault == Fault.DOWN) {
            close();
        } else if (server == null) {
            listen();
        }
    }

    private void listen() throws IOException {
        SmtpServer listening = new Listener(openSocket(), managers);
        listening.startService();
        server = listening;
    }

    private ServerSocket openSocket() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), 256);
        } catch (IOException inUse) {
            throw new IOException(
                    "Port " + port + " is in use. Stop the program that holds it, or choose another with --port.",
                    inUse);
        }
        port = socket.getLocalPort();
        return socket;
    }

    synchronized void close() {
        if (server != null) {
            server.stopService(1000);
            server = null;
        }
    }

    private final class Listener extends SmtpServer {

        private final ServerSocket socket;

        Listener(ServerSocket socket, Managers managers) {
            super(new ServerSetup(socket.getLocalPort(), HOST, ServerSetup.PROTOCOL_SMTP), managers);
            this.socket = socket;
        }

        @Override
        protected ServerSocket openServerSocket() {
            return socket;
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new SmtpHandler(new SmtpCommandRegistry(), reception, client);
        }
    }

    /** What GreenMail asks during a session; it has no store of its own here. */
    private static final class Reception extends SmtpManager {

        private final Mailbox mailbox;
        private volatile Misbehaviour misbehaviour = new Misbehaviour(Fault.NONE, "");

        Reception(Managers managers, Mailbox mailbox) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.mailbox = mailbox;
        }

        Fault fault() {
            return misbehaviour.fault();
        }

        void misbehave(Fault fault, String recipient) {
            misbehaviour = new Misbehaviour(fault, recipient);
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            Misbehaviour now = misbehaviour;
            if (!recipient.getEmail().contains(now.recipient())) {
                return null;
            }
            return switch (now.fault()) {
                case DEFER -> "451 4.7.1 Try again later";
                case REFUSE -> "550 5.1.1 No such mailbox";
                case NONE, UNANSWERED, DOWN -> null;
            };
        }

        /** The last moment to say no, so the mail is stored here: what was answered with 250 is on disk. */
        @Override
        public @Nullable String checkData(SmtpState state) {
            var message = state.getMessage();
            try {
                mailbox.store(
                        message.getMessage(),
                        message.getToAddresses().stream()
                                .map(MailAddress::getEmail)
                                .sorted()
                                .toList());
            } catch (IOException full) {
                log.error("A mail was not stored: {}", full.getMessage());
                return "452 4.3.1 Insufficient system storage";
            } catch (MessagingException unreadable) {
                return "554 5.6.0 Message cannot be read";
            }
            if (misbehaviour.fault() == Fault.UNANSWERED) {
                throw new IllegalStateException("no answer, as asked for");
            }
            return null;
        }

        @Override
        public void send(SmtpState state) {
            // stored already
        }
    }

    private record Misbehaviour(Fault fault, String recipient) {}
}
