package io.hjx.it;

import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Store;
import jakarta.enterprise.context.ApplicationScoped;

/** What a jar brings besides its component. */
@ApplicationScoped
@Handles("Badge")
public class BadgeBean {

    @Init
    void begin(Store.Draft names) {
        names.set("made", "by its bean");
    }
}
