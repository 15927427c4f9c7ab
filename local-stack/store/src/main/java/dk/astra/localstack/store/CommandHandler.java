package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests off the wire and runs each in a thread of its own, so that a waiting write holds nobody up. */
@ChannelHandler.Sharable
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);

    private final StoreCommands commands;
    private final Executor threads;
    private final ChannelGroup channels;
    private final AtomicInteger replies = new AtomicInteger();

    CommandHandler(StoreCommands commands, Executor threads, ChannelGroup channels) {
        this.commands = commands;
        this.threads = threads;
        this.channels = channels;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channels.add(context.channel());
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        commands.forget(context.channel());
        context.fireChannelInactive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        threads.execute(() -> answer(context, request));
    }

    private void answer(ChannelHandlerContext context, ClientRequest request) {
        try {
            context.channel().writeAndFlush(reply(request));
        } catch (RuntimeException | Error e) {
            exceptionCaught(context, e); // rather no connection than a client that waits for ever
        }
    }

    private Object reply(ClientRequest request) {
        MessageHeader header =
                new MessageHeader(replies.incrementAndGet(), request.getHeader().getRequestID());
        if (request instanceof MongoMessage message) {
            Document answer = commands.answer(message.getChannel(), message.getDatabaseName(), message.getDocument());
            return new MongoMessage(message.getChannel(), header, answer);
        }
        MongoQuery query = (MongoQuery) request;
        Document command = query.getQuery().get("$query") instanceof Document inner ? inner : query.getQuery();
        return new MongoReply(header, commands.answer(query.getChannel(), query.getDatabaseName(), command));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn(
                    "connection {} closed: {}",
                    context.channel().id(),
                    cause.getClass().getName());
        }
        context.close();
    }
}
