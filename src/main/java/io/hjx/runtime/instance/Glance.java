package io.hjx.runtime.instance;

import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.value.Value;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A publication in the eyes of somebody who has just come: the shared state with local names at their beginning.
 *
 * @param local the local names, and the built-ins {@code user} and {@code client}, that layouts show
 * @param access reads both; what is written goes nowhere, and it belongs to one thread
 */
public record Glance(Publication publication, Map<String, Value> local, StateAccess access) {

    private static final Logger LOG = System.getLogger("io.hjx.runtime");

    /** What this identity would see. */
    public static Glance of(Publication publication, Identity identity, Environment environment) {
        Behavior behavior = publication.behavior();
        StateMap initial = StateMap.of(behavior.initialLocal());
        Transaction access = new Transaction(
                publication.stateMap(), initial, identity, 0, environment.surroundings(), (handler, text) -> {});
        try {
            behavior.recomputeLocal(null, access, environment.budget());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.WARNING, "{0}: a name computed per client failed: {1}", behavior.name(), e.getMessage());
        }
        access.settleLocal();
        Map<String, Value> all = new LinkedHashMap<>(initial.values());
        access.localChanges().forEach((key, normal) -> {
            if (normal.value() != null) {
                all.put(key, normal.value());
            }
        });
        all.keySet().removeIf(key -> !Audience.LAYOUTS.sees(behavior, key));
        all.putAll(identity.builtIns(behavior.builtIns()));
        return new Glance(publication, all, access);
    }
}
