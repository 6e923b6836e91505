package io.hjx.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Gives a task a request context of its own, as a servlet request has, so that it may use request-scoped beans. */
@ApplicationScoped
public class RequestScope {

    @ActivateRequestContext
    public void run(Runnable task) {
        task.run();
    }
}
