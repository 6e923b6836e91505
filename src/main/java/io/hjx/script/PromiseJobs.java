package io.hjx.script;

import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.PromiseHook;
import com.oracle.truffle.js.runtime.PromiseRejectionTracker;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * What the engine tells about the promises of one context: where one job ends and the next begins, and which rejections
 * nobody took. Confined to the turn under way.
 *
 * <p>The only class that knows the engine's insides: the polyglot API runs all jobs that are due in one go, so that a
 * continuation could not be told from the turn that it follows. The hook belongs to the engine and all its contexts;
 * the thread says whose turn it is.
 */
final class PromiseJobs implements PromiseRejectionTracker {

    private static final ThreadLocal<@Nullable PromiseJobs> RUNNING = new ThreadLocal<>();
    private static final PromiseHook HOOK = (event, promise, parent) -> {
        PromiseJobs jobs = RUNNING.get();
        if (jobs != null) {
            jobs.happened(event, promise, parent);
        }
    };

    /** The most jobs of one turn; more are no work but a loop. */
    private static final int MAX_JOBS = 100_000;

    private static final int MAX_UNTAKEN = 1_000;

    private final TurnLog log;
    private int count;

    /** Set by the watchdog. */
    private volatile boolean cut;

    private final Map<JSDynamicObject, Object> untaken = new LinkedHashMap<>();

    /** The promises that others follow, also from turn to turn; both go when the script has let go of them. */
    private final Map<JSDynamicObject, WeakReference<JSPromiseObject>> parents = new WeakHashMap<>();

    PromiseJobs(TurnLog log) {
        this.log = log;
    }

    /** Listens to a new context; on a script thread. */
    void attach(Context context) {
        JSRealm realm = JavaScriptLanguage.getJSRealm(context);
        realm.getContext().setPromiseHook(HOOK);
        realm.getContext().setPromiseRejectionTracker(realm.getAgent(), this);
    }

    /** The calling thread runs this context's jobs from now on. */
    void enter() {
        untaken.clear();
        count = 0;
        cut = false;
        RUNNING.set(this);
    }

    void leave() {
        RUNNING.remove();
    }

    /** The reasons of the rejections that nobody took by the end of the turn, each once. */
    Set<Object> uncaught() {
        return new LinkedHashSet<>(untaken.values());
    }

    /**
     * Tells the promises that were rejected for what nobody took: for the same object, or, where equal reasons may have
     * nothing to do with each other, on the way to the promise that was left.
     */
    Predicate<Object> failed() {
        Set<Object> promises = new HashSet<>();
        Set<Object> objects = new HashSet<>();
        untaken.forEach((promise, reason) -> {
            if (JSRuntime.isObject(reason)) {
                objects.add(reason);
            } else {
                addWay(promise, reason, promises);
            }
        });
        return promise -> promises.contains(promise) || isRejected(promise, objects);
    }

    private void addWay(JSDynamicObject last, Object reason, Set<Object> promises) {
        promises.add(last);
        JSPromiseObject before = parent(last);
        while (before != null && isRejected(before, Set.of(reason)) && promises.add(before)) {
            before = parent(before);
        }
    }

    private @Nullable JSPromiseObject parent(JSDynamicObject promise) {
        WeakReference<JSPromiseObject> parent = parents.get(promise);
        return parent == null ? null : parent.get();
    }

    private static boolean isRejected(Object promise, Set<Object> reasons) {
        return promise instanceof JSPromiseObject settled
                && JSPromise.isRejected(settled)
                && reasons.contains(settled.getPromiseResult());
    }

    /** Starts no further job; the one under way is the watchdog's to stop. On any thread. */
    void cut() {
        cut = true;
    }

    /** An exception in front of a job, unlike one within, ends them all. */
    private void checkBounds() {
        if (cut || ++count > MAX_JOBS) {
            throw Errors.createRangeError("more than " + MAX_JOBS + " continuations without a pause");
        }
    }

    private void happened(int event, JSDynamicObject promise, Object parent) {
        if (event == PromiseHook.TYPE_INIT && parent instanceof JSPromiseObject before) {
            parents.put(promise, new WeakReference<>(before));
        } else if (event == PromiseHook.TYPE_BEFORE) {
            checkBounds();
            log.jobBegins();
        } else if (event == PromiseHook.TYPE_RESOLVE) {
            log.settled(promise);
        }
    }

    @Override
    public void promiseRejected(JSDynamicObject promise, Object reason) {
        if (isInterrupt(reason)) {
            // The watchdog's doing, not the script's: the turn ends with it
            return;
        }
        if (untaken.size() == MAX_UNTAKEN) {
            throw Errors.createRangeError("more than " + MAX_UNTAKEN + " rejections that nobody takes");
        }
        untaken.put(promise, reason);
    }

    private static boolean isInterrupt(Object reason) {
        try {
            InteropLibrary about = InteropLibrary.getUncached();
            return about.isException(reason) && about.getExceptionType(reason) == ExceptionType.INTERRUPT;
        } catch (UnsupportedMessageException noException) {
            return false;
        }
    }

    @Override
    public void promiseRejectionHandled(JSDynamicObject promise) {
        untaken.remove(promise);
    }

    @Override
    public void promiseRejectedAfterResolved(JSDynamicObject promise, Object reason) {
        // A script's race of two outcomes; the first counts
    }

    @Override
    public void promiseResolvedAfterResolved(JSDynamicObject promise, Object value) {
        // As above
    }
}
