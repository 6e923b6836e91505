package io.hjx.it;

import io.hjx.api.ActionRefusedException;
import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.OnEvent;
import io.hjx.api.Store;
import io.hjx.example.OrderBook;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A component in Java that does one thing after the other wrong. */
@ApplicationScoped
@Handles("Ledger")
public class Ledger {

    /** What somebody fills in. */
    public record Draft(@NotBlank String title, @Positive long amount, LocalDate due) {}

    /** Something has been noted elsewhere. */
    public record Noted(String text) {}

    private final CountDownLatch free = new CountDownLatch(1);

    @Inject
    private OrderBook book;

    @Inject
    private GreetingCount count;

    @Inject
    private Event<Noted> noted;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Init
    void begin(String key, Store.Draft draft) throws SQLException {
        book.open();
        draft.set("status", "begun " + key);
    }

    @Handler
    void count(Store store) {
        count.increment();
        store.set("status", "request " + count.value());
    }

    @Handler
    void enter(@Valid Draft draft, Client by, Store.Draft names) {
        names.set("status", draft.title() + ' ' + draft.amount() + ' ' + draft.due() + " by " + by.user());
    }

    @Handler
    @Transactional
    void keep(@NotBlank String title, Store.Draft draft) throws SQLException {
        book.add(title, BigDecimal.ONE, null);
        draft.set("status", "kept in " + (transactions.getTransactionKey() != null));
        noted.fire(new Noted(title));
    }

    @Handler
    @Transactional
    void fail(String title, Store.Draft draft) throws SQLException {
        book.add(title, BigDecimal.ONE, null);
        draft.set("status", "never shown");
        draft.broadcast("never", "heard");
        noted.fire(new Noted(title));
        throw new IllegalStateException("the password is 1234");
    }

    @Handler
    @Transactional
    void giveUp(String title, Store.Draft draft) throws SQLException {
        book.add(title, BigDecimal.ONE, null);
        draft.set("status", "never shown");
        transactions.setRollbackOnly();
    }

    @Handler
    void look(Store.Draft draft) throws SQLException {
        draft.broadcast("kept", book.all().stream().map(OrderBook.Order::title).toList());
        draft.set("kept", draft.get("status"));
    }

    @Handler
    void refuse() {
        throw new ActionRefusedException("Not on a Sunday.");
    }

    @Handler
    @RolesAllowed("approver")
    void approve(Client by, Store.Draft draft) {
        draft.set("status", "approved by " + by.user() + ' ' + by.isInRole("approver"));
    }

    @Handler
    void hold(Store.Draft draft) throws InterruptedException {
        draft.set("status", "let go " + free.await(20, TimeUnit.SECONDS));
    }

    @Handler
    void letGo() {
        free.countDown();
    }

    @OnEvent("seen")
    void seen(String what, Store.Draft draft) {
        draft.set("status", "seen " + what);
    }

    @Observer
    void noted(Noted event, Store.Draft draft) {
        draft.set("note", event.text());
    }
}
