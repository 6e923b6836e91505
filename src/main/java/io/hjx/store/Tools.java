package io.hjx.store;

import java.util.concurrent.Executor;

/** What stores are made with. Immutable, thread-safe. */
record Tools(
        Conversion conversion, Functions functions, Transactions transactions, Changes changes, Executor listening) {}
