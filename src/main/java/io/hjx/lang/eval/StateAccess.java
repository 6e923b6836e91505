package io.hjx.lang.eval;

import io.hjx.lang.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of one instance, and of one client, as an evaluation reads and writes it.
 *
 * <p>Keys are flat: a name of the root component is its own key ({@code count}); a name of a child component stands
 * behind the child's path ({@code 3:/count}, {@code 3:k1,7/count}), where a path is, for each use from the root down,
 * {@code use ":" keys "/"}, and keys are the loop keys around the use, outermost first, each percent-encoded, with
 * commas between. A key that was never set is absent and means the name's initial value.
 */
public interface StateAccess {

    /** The value of a {@code state}, {@code secret} or shared {@code computed} key, or null where never set. */
    @Nullable Value shared(String key);

    /** Sets a key; {@code undefined} removes it. */
    void setShared(String key, Value value);

    /** The shared keys that are set, and perhaps some that were removed; what is set later need not show in it. */
    Set<String> sharedKeys();

    /** The client's value of a {@code local} or per-client {@code computed} key, or null where never set. */
    @Nullable Value local(String key);

    /** Sets a key; {@code undefined} removes it. */
    void setLocal(String key, Value value);

    /** The client's keys that are set, and perhaps some that were removed; what is set later need not show in it. */
    Set<String> localKeys();

    /** The built-in {@code user}: an object of {@code name}, {@code roles}, {@code authenticated}. */
    Value user();

    /** The built-in {@code client}: an object of {@code id}. */
    Value client();

    /** Time, chance and identifiers for handlers and computed names. */
    Surroundings surroundings();
}
