package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Missing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Records of changed documents in the order they were changed: collection, position, and the new bytes or none. */
final class ChangeLog {

    private static final int REMOVED = -1;
    private static final int INITIAL_BYTES = 16 << 10;

    /** Takes back what was recorded. */
    interface Reader {
        void changed(String namespace, Object position, byte @Nullable [] document);
    }

    private final boolean recording;
    private ByteBuf pending = Unpooled.buffer(INITIAL_BYTES);

    /** @param recording false for a store in memory, where nobody would take the records */
    ChangeLog(boolean recording) {
        this.recording = recording;
    }

    synchronized void changed(String namespace, Object position, byte @Nullable [] document) {
        if (!recording) {
            return;
        }
        byte[] name = namespace.getBytes(StandardCharsets.UTF_8);
        pending.writeShort(name.length).writeBytes(name);
        BsonBytes.writeValue(position, pending);
        if (document == null) {
            pending.writeInt(REMOVED);
        } else {
            pending.writeInt(document.length).writeBytes(document);
        }
    }

    synchronized boolean isEmpty() {
        return !pending.isReadable();
    }

    synchronized ByteBuffer take() {
        ByteBuf taken = pending;
        pending = Unpooled.buffer(INITIAL_BYTES);
        return taken.nioBuffer();
    }

    static void read(ByteBuffer records, Reader reader) {
        ByteBuf in = Unpooled.wrappedBuffer(records);
        while (in.isReadable()) {
            String namespace = in.readCharSequence(in.readUnsignedShort(), StandardCharsets.UTF_8)
                    .toString();
            Object position = Missing.ofNullable(BsonBytes.readValue(in));
            int length = in.readInt();
            byte[] document = null;
            if (length != REMOVED) {
                document = new byte[length];
                in.readBytes(document);
            }
            reader.changed(namespace, position, document);
        }
    }
}
