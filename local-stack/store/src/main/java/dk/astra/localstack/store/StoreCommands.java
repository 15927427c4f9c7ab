package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one command: refuses it, reads, or writes and waits for the commit. Never logs what a document holds. */
final class StoreCommands {

    private static final Logger log = LoggerFactory.getLogger(StoreCommands.class);

    private static final Set<String> READS = Set.of(
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "whatsmyuri",
            "serverstatus",
            "connectionstatus",
            "hostinfo",
            "getcmdlineopts",
            "getlog",
            "endsessions",
            "listdatabases",
            "listcollections",
            "listindexes",
            "dbstats",
            "collstats",
            "validate",
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate");
    private static final Set<String> CHANGES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection");
    private static final Set<String> STRICT_READS = Set.of("majority", "linearizable", "snapshot");

    /** Keeps a reply far below the largest message; the driver fetches the rest. */
    private static final int BATCH = 1_000;

    private final StoreBackend backend;
    private final Commits commits;

    StoreCommands(StoreBackend backend, Commits commits) {
        this.backend = backend;
        this.commits = commits;
    }

    Document answer(Channel channel, String database, Document request) {
        String command = request.keySet().iterator().next();
        String known = command.toLowerCase(Locale.ROOT);
        try {
            Refusals.check(known, request);
            return answer(channel, database, command, known, request);
        } catch (MongoServerException e) {
            log.debug("{} refused: {}", command, e.getClass().getSimpleName());
            return Replies.error(e);
        } catch (RuntimeException e) {
            log.error("{} on {} failed", command, database, withoutMessage(e));
            return Replies.internalError(e);
        }
    }

    private Document answer(Channel channel, String database, String command, String known, Document request) {
        if (CHANGES.contains(known)) {
            Document reply = change(channel, database, command, request);
            return known.equals("insert") ? withTrueCount(request, reply) : reply;
        }
        if (!READS.contains(known)) {
            throw new NoSuchCommandException(command);
        }
        if (known.equals("aggregate") && Pipelines.writes(request)) {
            return change(channel, database, command, request);
        }
        if (known.equals("hello") || known.equals("ismaster")) {
            return hello(channel, request);
        }
        if (known.equals("find") || known.equals("getmore")) {
            request.putIfAbsent("batchSize", BATCH);
        }
        Document reply = backend.handleCommand(channel, database, command, request);
        if (request.get("readConcern") instanceof Document concern && STRICT_READS.contains(concern.get("level"))) {
            commits.settle();
        }
        return reply;
    }

    private Document change(Channel channel, String database, String command, Document request) {
        commits.refuseIfBroken();
        Document reply;
        try {
            reply = backend.handleCommand(channel, database, command, request);
        } catch (RuntimeException e) {
            commits.settle(); // the reason of the refusal must be as lasting as a success
            throw e;
        }
        commits.settle();
        return reply;
    }

    private Document hello(Channel channel, Document request) {
        Document reply = backend.handleCommand(channel, "admin", "ismaster", request);
        return reply.append("isWritablePrimary", true).append("helloOk", true).append("readOnly", false);
    }

    /** The library counts what was sent, not what was stored. */
    private static Document withTrueCount(Document insert, Document reply) {
        if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
            int stored = Fields.number(reply, "n") - errors.size();
            if (Utils.isTrue(insert.getOrDefault("ordered", true))) {
                stored = Fields.number((Document) errors.getFirst(), "index");
            }
            reply.put("n", stored);
        }
        return reply;
    }

    /** The message of an unforeseen failure may hold a document. */
    private static Throwable withoutMessage(RuntimeException e) {
        Throwable bare = new IllegalStateException(e.getClass().getName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    void forget(Channel channel) {
        backend.handleClose(channel);
    }
}
