package io.hjx.lang.eval;

import io.hjx.lang.value.Value;

/** What a handler does besides changing state; held back by the caller until the handler's changes are committed. */
public interface Effects {

    void broadcast(String event, Value data);

    void emit(String event, Value data);

    void log(String handler, String text);
}
