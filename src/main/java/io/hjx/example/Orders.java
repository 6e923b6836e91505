package io.hjx.example;

import io.hjx.api.ActionRefusedException;
import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.SQLException;

/** What {@code Orders.hjx} does with a database: an order is kept there first, and shown once that is committed. */
@ApplicationScoped
@Handles("Orders")
public class Orders {

    @Inject
    private OrderBook book;

    @Inject
    private Event<OrdersChanged> changes;

    @Init
    void load(Store.Draft draft) throws SQLException {
        book.open();
        show(draft);
    }

    @Handler
    @Transactional(rollbackOn = SQLException.class)
    void create(
            @NotBlank @Size(max = 80) String title,
            @NotNull @DecimalMin("0.01") @Digits(integer = 6, fraction = 2) BigDecimal amount,
            Client by,
            Store.Draft draft)
            throws SQLException {
        book.add(title.strip(), amount, by.user());
        changed(draft);
    }

    /** Who may is said in the file, under {@code access:}. */
    @Handler
    @Transactional(rollbackOn = SQLException.class)
    void approve(long id, Client by, Store.Draft draft) throws SQLException {
        if (!book.approve(id, by.user())) {
            throw new ActionRefusedException("Somebody has approved that already.");
        }
        changed(draft);
    }

    /** Whoever has acted sees it with the answer, and the other instances when they hear of it. */
    private void changed(Store.Draft draft) throws SQLException {
        show(draft);
        changes.fire(new OrdersChanged());
    }

    @Observer
    void refresh(OrdersChanged change, Store.Draft draft) throws SQLException {
        show(draft);
    }

    private void show(Store.Draft draft) throws SQLException {
        draft.set("orders", book.all());
    }
}
