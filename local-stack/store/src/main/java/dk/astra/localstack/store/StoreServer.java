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

    private final StoreMaps maps;
    private final GroupCommit commits;
    private final MultiThreadIoEventLoopGroup eventLoops;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ExecutorService commandThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Channel listener;
    private boolean closed;

    /** Starts an empty store that forgets everything when it is closed. Port 0 picks a free one. */
    public static StoreServer inMemory(int port) {
        return start(StoreMaps.inMemory(), Durability.MEMORY, port, failure -> {});
    }

    /**
     * Opens or creates a store in one file.
     *
     * @param sync acknowledge a write only when it reached the disk; survives a power cut, several times slower
     * @param onFailure called once when the file can no longer be written; from then on every write is refused
     * @throws StoreUnavailable if the file cannot be used or the port is taken
     */
    public static StoreServer onFile(Path file, int port, boolean sync, Consumer<StoreUnavailable> onFailure) {
        return onFile(file, port, sync ? Durability.SYNCED : Durability.COMMITTED, onFailure);
    }

    static StoreServer onFile(Path file, int port, Durability durability, Consumer<StoreUnavailable> onFailure) {
        return start(StoreMaps.onFile(file), durability, port, onFailure);
    }

    private static StoreServer start(
            StoreMaps maps, Durability durability, int port, Consumer<StoreUnavailable> onFailure) {
        try {
            return new StoreServer(maps, durability, port, onFailure);
        } catch (RuntimeException e) {
            maps.store().closeImmediately();
            throw e;
        }
    }

    private StoreServer(StoreMaps maps, Durability durability, int port, Consumer<StoreUnavailable> onFailure) {
        this.maps = maps;
        StoreBackend backend = new StoreBackend(maps);
        this.commits = new GroupCommit(maps.store(), durability, onFailure);
        this.eventLoops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
        CommandHandler handler = new CommandHandler(new StoreCommands(backend, commits), commandThreads, channels);
        try {
            this.listener = listen(port, handler);
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
                    "Port " + port + " on 127.0.0.1 cannot be used (" + StoreMaps.reasonOf(bound.cause())
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
        commits.close();
        channels.close().awaitUninterruptibly(500, TimeUnit.MILLISECONDS);
        stopThreads();
        if (maps.broken() == null) {
            maps.store().close();
        }
    }

    private void stopThreads() {
        commits.close();
        commandThreads.shutdownNow();
        eventLoops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS);
    }
}
