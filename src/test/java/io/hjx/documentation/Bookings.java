package io.hjx.documentation;

import io.hjx.api.ActionRefusedException;
import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.Store;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;

@ApplicationScoped
@Handles("Bookings")
public class Bookings {

    /** A bean of the application, over a database. */
    public interface Room {
        List<String> guests();

        boolean book(String name, int seats, String by);

        void clear();
    }

    /** A CDI event that the application fires. */
    public record RoomChanged() {}

    @Inject
    Room room;

    @Init
    void load(Store.Draft names) {
        names.set("guests", room.guests());
    }

    @Handler
    @Transactional
    void book(@NotBlank String name, @Positive int seats, Client by, Store.Draft names) {
        if (!room.book(name, seats, by.user())) {
            throw new ActionRefusedException("So many seats are not left.");
        }
        names.set("guests", room.guests());
        names.broadcast("booked", name);
    }

    @Handler
    @RolesAllowed("host")
    @Transactional
    void clear(Store.Draft names) {
        room.clear();
        names.set("guests", room.guests());
    }

    @Observer
    void changed(RoomChanged event, Store.Draft names) {
        names.set("guests", room.guests());
    }
}
