package io.hjx.it;

import io.hjx.api.InstancePolicy;
import jakarta.enterprise.context.ApplicationScoped;

/** An application's policy: of Counter there are the instances `open` and `locked`, and nobody resets the latter. */
@ApplicationScoped
public class KeyedRooms implements InstancePolicy {

    @Override
    public boolean mayView(Caller caller, String component, String key) {
        return !component.equals("Counter") || key.equals("open") || key.equals("locked");
    }

    @Override
    public boolean mayAct(Caller caller, String component, String key, String action) {
        return !key.equals("locked") || action.equals("increment");
    }
}
