/**
 * State for the application's own code: {@link io.hjx.api.Store} over an instance. Plain Java; imports the runtime.
 *
 * <p>Entry type: {@link io.hjx.store.LiveStores}. What is asked for is a {@link io.hjx.store.Step} of a turn in the
 * instance's mailbox; what lasts, functions, handlers, listeners, is in a {@link io.hjx.store.StoreCompanion}.
 */
@NullMarked
package io.hjx.store;

import org.jspecify.annotations.NullMarked;
