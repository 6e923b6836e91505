/**
 * The transactions of the server, for stores. Imports Jakarta Transactions, which no other room does, and the stores.
 *
 * <p>Entry type: {@link io.hjx.jta.JtaTransactions}.
 */
@NullMarked
package io.hjx.jta;

import org.jspecify.annotations.NullMarked;
