package dk.astra.localstack.store;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running store. Listens on 127.0.0.1 only. */
public final class StoreServer implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;
    private static final int BACKLOG = 256;

    private final Commits commits;
    private final MultiThreadIoEventLoopGroup eventLoops;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ExecutorService commandThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Channel listener;
    private boolean closed;

    /** Starts an empty store that forgets everything when it is closed. Port 0 picks a free one. */
    public static StoreServer inMemory(int port) {
        return new StoreServer(StoreMaps.inMemory(), Commits.NONE, port);
    }

    /**
     * Opens or creates a store in one file, with its journal beside it.
     *
     * @param sync acknowledge a write only when it reached the disk; survives a power cut, several times slower
     * @param onFailure called once when the file can no longer be written; from then on every write is refused
     * @throws StoreUnavailable if the file cannot be used or the port is taken
     */
    public static StoreServer onFile(Path file, int port, boolean sync, Consumer<StoreUnavailable> onFailure) {
        return onFile(file, port, sync, CommitRhythm.NORMAL, onFailure);
    }

    static StoreServer onFile(
            Path file, int port, boolean sync, CommitRhythm rhythm, Consumer<StoreUnavailable> onFailure) {
        StoreFile storeFile = StoreFile.open(file, sync);
        return new StoreServer(storeFile.maps(), new GroupCommit(storeFile, rhythm, onFailure), port);
    }

    private StoreServer(StoreMaps maps, Commits commits, int port) {
        this.commits = commits;
        this.eventLoops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
        try {
            StoreCommands commands = new StoreCommands(new StoreBackend(maps), commits);
            this.listener = listen(port, new CommandHandler(commands, commandThreads, channels));
        } catch (RuntimeException e) {
            stopThreads();
            throw e;
        }
    }

    private Channel listen(int port, CommandHandler handler) {
        var bound = new ServerBootstrap()
                .group(eventLoops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new MongoWireReplyEncoder(),
                                        new MongoWireMessageEncoder(),
                                        new MongoWireProtocolHandler(),
                                        handler);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new StoreUnavailable(
                    "Port " + port + " on 127.0.0.1 cannot be used (" + StoreFile.reasonOf(bound.cause())
                            + "); stop what listens there or choose another with --port.",
                    bound.cause());
        }
        return bound.channel();
    }

    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** Ready for a MongoDB driver. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port();
    }

    /** Commits, closes all connections and the file. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        listener.close().awaitUninterruptibly(500, TimeUnit.MILLISECONDS);
        stopThreads();
        channels.close().awaitUninterruptibly(500, TimeUnit.MILLISECONDS);
    }

    private void stopThreads() {
        commits.close();
        commandThreads.shutdownNow();
        eventLoops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS);
    }
}
