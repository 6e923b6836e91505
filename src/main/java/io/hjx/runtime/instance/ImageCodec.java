package io.hjx.runtime.instance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of what instances store: a format version, values, then answers or broadcasts. */
final class ImageCodec {

    private static final int FORMAT = 2;

    private ImageCodec() {}

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] encode(StateImage image) {
        return bytes(out -> {
            ValueWriter writer = new ValueWriter(out);
            writer.values(image.values());
            Map<String, List<Answer>> all = new LinkedHashMap<>();
            image.recollection().forEach(all::put);
            out.writeInt(all.size());
            for (Map.Entry<String, List<Answer>> client : all.entrySet()) {
                writer.text(client.getKey());
                out.writeInt(client.getValue().size());
                for (Answer answer : client.getValue()) {
                    answer(answer, out, writer);
                }
            }
        });
    }

    private static void answer(Answer answer, DataOutputStream out, ValueWriter writer) throws IOException {
        out.writeLong(answer.id());
        out.writeLong(answer.version());
        Rejection rejection = answer.rejection();
        out.writeBoolean(rejection != null);
        if (rejection != null) {
            writer.text(rejection.code());
            writer.text(rejection.message());
            out.writeInt(rejection.fields().size());
            for (Map.Entry<String, String> field : rejection.fields().entrySet()) {
                writer.text(field.getKey());
                writer.text(field.getValue());
            }
        }
    }

    static byte[] encode(StateChange change) {
        return bytes(out -> {
            ValueWriter writer = new ValueWriter(out);
            writer.values(change.values());
            out.writeInt(change.broadcasts().size());
            for (var broadcast : change.broadcasts()) {
                writer.text(broadcast.event());
                writer.value(broadcast.data());
            }
        });
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads an image; throws {@link UncheckedIOException} for bytes that are none. */
    static StateImage decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new StreamCorruptedException("stored by another version");
            }
            ValueReader reader = new ValueReader(in);
            var values = reader.values();
            return new StateImage(values, recollection(in, reader));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored state cannot be read", e);
        }
    }

    private static Recollection recollection(DataInputStream in, ValueReader reader) throws IOException {
        Recollection recollection = Recollection.EMPTY;
        for (int clients = reader.count(); clients > 0; clients--) {
            String client = reader.text();
            for (int answers = reader.count(); answers > 0; answers--) {
                recollection =
                        recollection.with(client, new Answer(in.readLong(), in.readLong(), rejection(in, reader)));
            }
        }
        return recollection;
    }

    private static @Nullable Rejection rejection(DataInputStream in, ValueReader reader) throws IOException {
        return in.readBoolean() ? new Rejection(reader.text(), reader.text(), null, fields(reader)) : null;
    }

    private static Map<String, String> fields(ValueReader reader) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int left = reader.count(); left > 0; left--) {
            fields.put(reader.text(), reader.text());
        }
        return fields;
    }
}
