package io.hjx.json;

import io.hjx.store.ObjectBinding;
import org.jspecify.annotations.Nullable;

/** The application's classes by JSON-B, where there is one. Stateless, thread-safe. */
public final class JsonObjects implements ObjectBinding {

    @Override
    public String write(Object object) {
        try {
            return JsonBinding.JSONB.toJson(object);
        } catch (LinkageError none) {
            return NONE.write(object);
        } catch (RuntimeException | StackOverflowError unwritable) {
            throw new IllegalArgumentException(
                    "JSON Binding cannot write a " + object.getClass().getName(), unwritable);
        }
    }

    @Override
    public <T> @Nullable T read(String json, Class<T> type) {
        try {
            return JsonBinding.JSONB.fromJson(json, type);
        } catch (LinkageError none) {
            return NONE.read(json, type);
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new IllegalArgumentException("JSON Binding cannot make it into a " + type.getName(), unreadable);
        }
    }
}
