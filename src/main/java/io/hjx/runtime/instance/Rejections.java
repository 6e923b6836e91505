package io.hjx.runtime.instance;

import io.hjx.lang.eval.BadRequestException;
import io.hjx.lang.eval.BudgetExceededException;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.eval.StaleItemException;
import io.hjx.lang.value.ValueTooLargeException;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.RefusedCallException;
import io.hjx.runtime.spi.ScriptException;
import java.util.concurrent.CompletionException;

/** What clients are told about the ways in which a turn can fail. */
final class Rejections {

    private Rejections() {}

    static Rejection of(Throwable failure, Behavior behavior, Action action) {
        if (failure instanceof RejectedException rejected) {
            return rejected.rejection();
        }
        if (failure instanceof BadRequestException bad) {
            return new Rejection(bad.code(), message(bad), null);
        }
        if (failure instanceof StaleItemException stale) {
            return Rejection.of(ErrorCode.STALE_ITEM, message(stale));
        }
        if (failure instanceof BudgetExceededException exceeded) {
            return Rejection.of(ErrorCode.BUDGET_EXCEEDED, "the handler " + exceeded.getMessage());
        }
        if (failure instanceof EvaluationException evaluation) {
            return new Rejection(
                    ErrorCode.HANDLER_FAILED.wire(), message(evaluation), behavior.place(action, evaluation.span()));
        }
        if (failure instanceof ValueTooLargeException tooLarge) {
            return Rejection.of(ErrorCode.STATE_TOO_LARGE, message(tooLarge));
        }
        if (failure instanceof RefusedCallException refused) {
            return new Rejection(refused.code(), message(refused), null, refused.fields());
        }
        if (failure instanceof ScriptException) {
            return Rejection.of(ErrorCode.HANDLER_FAILED, "the component's script failed");
        }
        return Rejection.of(ErrorCode.HANDLER_FAILED, "the handler failed");
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    /** True for what only a fault of the application or of this program explains, not a client's doing. */
    static boolean isFault(Throwable failure) {
        return !(failure instanceof RejectedException
                || failure instanceof BadRequestException
                || failure instanceof RefusedCallException
                || failure instanceof StaleItemException);
    }

    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
