package io.hjx.websocket;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes the idle timer out of sessions of Tyrus, the WebSocket implementation of Payara and GlassFish.
 *
 * <p>Tyrus schedules a task of the container's managed executor at every frame in and out, also where there is no idle
 * time to watch; on Payara each captures the caller's context by searching every jar of the application, which takes 70
 * percent of a busy server's time: 25,000 frames a second with it, 110,000 without. No setting of either prevents it.
 * We watch idle connections ourselves, so that the session gets a scheduler that schedules nothing. Where a session has
 * no such field, as on every other server, nothing happens. The setting {@code hjx.quietTyrus} switches this off.
 */
final class TyrusIdleTimer {

    private static final System.Logger LOG = System.getLogger(TyrusIdleTimer.class.getName());
    private static final String TYRUS = "org.glassfish.tyrus.";
    private static final String FIELD = "service";

    private static final ScheduledFuture<?> NEVER = proxy(ScheduledFuture.class, "cancel", true);
    private static final ScheduledExecutorService IDLE = proxy(ScheduledExecutorService.class, "schedule", NEVER);

    private static volatile boolean refused;

    private TyrusIdleTimer() {}

    static boolean isTyrus(Session session) {
        return session.getClass().getName().startsWith(TYRUS);
    }

    /** Silences a session's timer; true where that was possible. */
    static boolean silence(Session session) {
        if (refused || !isTyrus(session)) {
            return false;
        }
        try {
            Field service = session.getClass().getDeclaredField(FIELD);
            service.setAccessible(true);
            service.set(session, IDLE);
            return true;
        } catch (ReflectiveOperationException | RuntimeException otherTyrus) {
            refused = true;
            LOG.log(System.Logger.Level.INFO, "The idle timer of Tyrus stays: {0}", otherTyrus.toString());
            return false;
        }
    }

    /** True where the session's timer is silenced. */
    static boolean isSilent(Session session) {
        try {
            Field service = session.getClass().getDeclaredField(FIELD);
            service.setAccessible(true);
            return service.get(session) == IDLE;
        } catch (ReflectiveOperationException | RuntimeException otherServer) {
            return false;
        }
    }

    /** An object all of whose methods do nothing; the named one returns {@code answer}. */
    private static <T> T proxy(Class<T> type, String method, @Nullable Object answer) {
        Object nothing = Proxy.newProxyInstance(
                TyrusIdleTimer.class.getClassLoader(),
                new Class<?>[] {type},
                (self, called, arguments) -> called.getName().equals(method) ? answer : idle(called.getReturnType()));
        return type.cast(nothing);
    }

    private static @Nullable Object idle(Class<?> returned) {
        if (returned == boolean.class) {
            return false;
        }
        if (returned == int.class) {
            return 0;
        }
        return returned == long.class ? (Object) 0L : null;
    }
}
