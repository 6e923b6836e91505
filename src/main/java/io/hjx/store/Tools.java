package io.hjx.store;

/** What stores are made with. Immutable, thread-safe. */
record Tools(Conversion conversion, Functions functions, Transactions transactions, Changes changes) {}
