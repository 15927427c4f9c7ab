package dk.astra.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Every mail that was received, each a file {@code <id>.eml} in one folder. A mail is stored when {@link #store} returns;
 * ids sort by arrival.
 */
final class Mailbox {

    private static final String ENDING = ".eml";

    private final Path folder;
    private final Clock clock;

    // held until the process ends: two servers in one folder would give the same ids
    private final FileChannel claim;

    private final ConcurrentSkipListMap<String, MailSummary> mails = new ConcurrentSkipListMap<>();
    private long lastTick;

    private Mailbox(Path folder, Clock clock, FileChannel claim) {
        this.folder = folder;
        this.clock = clock;
        this.claim = claim;
    }

    static Mailbox open(Path data) throws IOException {
        Path folder = data.resolve("mails");
        Files.createDirectories(folder);
        FileChannel claim =
                FileChannel.open(data.resolve("mail.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (claim.tryLock() == null) {
            throw new IOException("Another mail server uses the folder " + data.toAbsolutePath()
                    + " already. Stop it, or give another folder with --data.");
        }
        Mailbox mailbox = new Mailbox(folder, Clock.systemUTC(), claim);
        mailbox.readFolder();
        return mailbox;
    }

    private void readFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    String id = name.substring(0, name.length() - ENDING.length());
                    MailSummary mail = MailSummary.read(id, file);
                    mails.put(id, mail);
                    lastTick = Math.max(lastTick, mail.receivedAt().toEpochMilli() * 1000 + 999);
                } else if (name.endsWith(".part")) {
                    Files.delete(file); // never acknowledged
                }
            }
        }
    }

    /** Stores one mail for the recipients of its envelope. */
    void store(MimeMessage message, Collection<String> recipients) throws IOException, MessagingException {
        String id = nextId();
        Path part = folder.resolve(id + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            for (String recipient : recipients) {
                out.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            message.writeTo(out);
        } catch (IOException | MessagingException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Path file = folder.resolve(id + ENDING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, MailSummary.of(id, message, List.copyOf(recipients)));
    }

    /** Microseconds since 1970 as 13 hexadecimal digits, never twice the same. */
    private synchronized String nextId() {
        Instant now = clock.instant();
        lastTick = Math.max(lastTick + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
        return String.format(Locale.ROOT, "%014x", lastTick);
    }

    /** Newest first; {@code to} is a part of a recipient's address, empty for all. */
    List<MailSummary> find(String to, Instant since) {
        String wanted = to.strip().toLowerCase(Locale.ROOT);
        return mails.values().stream()
                .filter(mail -> !mail.receivedAt().isBefore(since))
                .filter(mail -> mail.to().stream()
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(MailSummary::id).reversed())
                .toList();
    }

    Optional<MailSummary> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    Mail read(MailSummary mail) throws IOException {
        return Mail.read(mail, folder.resolve(mail.id() + ENDING));
    }

    int clear() throws IOException {
        int removed = 0;
        for (String id : List.copyOf(mails.keySet())) {
            if (mails.remove(id) != null) {
                Files.deleteIfExists(folder.resolve(id + ENDING));
                removed++;
            }
        }
        return removed;
    }

    void close() throws IOException {
        claim.close();
    }
}
