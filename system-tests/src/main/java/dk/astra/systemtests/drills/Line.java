package dk.astra.systemtests.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP connection between two processes that can be cut, mended and slowed down. Listens on 127.0.0.1 only. */
final class Line implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int MOST_UNDER_WAY = 256;
    private static final byte[] END = {};

    /** Reads what is to be passed on next; null at the end. */
    interface Reader {
        byte @Nullable [] next(InputStream in) throws IOException;
    }

    private record Late(long due, byte[] bytes) {}

    private final int port;
    private final int target;
    private final Reader answers;
    private final Set<Socket> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Duration lateness = Duration.ZERO;
    private volatile @Nullable ServerSocket listener;

    private Line(int port, int target, Reader answers) {
        this.port = port;
        this.target = target;
        this.answers = answers;
        mend();
    }

    static Line open(int port, int target) {
        return new Line(port, target, Line::whatIsThere);
    }

    /** To a Kafka broker, whose answers tell clients its own address; they are told the line's instead. */
    static Line toBroker(int port, int target) {
        return new Line(port, target, new KafkaAnswers(target, port)::next);
    }

    int port() {
        return port;
    }

    /** Connections that were made over it so far: a cut of a line that nobody uses shows nothing. */
    int accepted() {
        return accepted.get();
    }

    private static byte @Nullable [] whatIsThere(InputStream in) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int read = in.read(buffer);
        return read < 0 ? null : Arrays.copyOf(buffer, read);
    }

    /** From now on every answer comes so much later. */
    void delayAnswers(Duration by) {
        lateness = by;
    }

    /** Resets what is connected and refuses what comes. */
    synchronized void cut() {
        ServerSocket open = listener;
        listener = null;
        closeQuietly(open);
        live.forEach(Line::reset);
        live.clear();
    }

    /** Takes connections again. */
    synchronized void mend() {
        if (listener != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 256);
            listener = opened;
            Thread.ofVirtual().name("line-" + port).start(() -> accept(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " for a line cannot be used", e);
        }
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                Socket client = open.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(client, open));
            }
        } catch (IOException cut) {
            // as it was told
        }
    }

    private void connect(Socket client, ServerSocket acceptedBy) {
        Socket server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), target), 2_000);
            live.add(client);
            live.add(server);
            if (listener != acceptedBy) {
                throw new IOException("cut meanwhile");
            }
            BlockingQueue<Late> late = new LinkedBlockingQueue<>(MOST_UNDER_WAY);
            Thread.ofVirtual().start(() -> deliver(late, server, client));
            Thread.ofVirtual().start(() -> collect(server, late));
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            reset(client);
            end(client, server);
        }
    }

    private void collect(Socket server, BlockingQueue<Late> late) {
        try {
            InputStream in = server.getInputStream();
            for (byte[] bytes = answers.next(in); bytes != null; bytes = answers.next(in)) {
                late.put(new Late(System.nanoTime() + lateness.toNanos(), bytes));
            }
        } catch (IOException e) {
            // the end of the connection, in order or not
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave(late);
        }
    }

    private static void leave(BlockingQueue<Late> late) {
        try {
            late.put(new Late(0, END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(BlockingQueue<Late> late, Socket server, Socket client) {
        try {
            OutputStream out = client.getOutputStream();
            for (Late next = late.take(); next.bytes() != END; next = late.take()) {
                for (long left = next.due() - System.nanoTime(); left > 0; left = next.due() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(next.bytes());
            }
        } catch (IOException e) {
            // the end of the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(client, server);
    }

    private void end(Socket client, Socket server) {
        live.remove(client);
        live.remove(server);
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // is what was wanted
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(@Nullable AutoCloseable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (Exception e) {
            // closed is closed
        }
    }

    @Override
    public void close() {
        cut();
    }
}
