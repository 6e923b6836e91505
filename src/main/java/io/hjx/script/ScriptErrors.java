package io.hjx.script;

import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.ScriptException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** Turns what the engine throws into messages with the place in the {@code .hjx} file. Immutable. */
final class ScriptErrors {

    private static final String NO_IMPORTS =
            "a script cannot import: everything it can use is in `store`, the timers, `console` and JavaScript itself";

    private static final Pattern MODULE_FAILURE =
            Pattern.compile("Cannot load module|Error reading module|Operation is not allowed for");

    private final SourceFile source;
    private final int scriptLine;

    /** @param scriptLine the line of the {@code script:} header's block, for failures that have no place */
    ScriptErrors(SourceFile source, int scriptLine) {
        this.source = source;
        this.scriptLine = scriptLine;
    }

    /** @param stopped what came of stopping it, with its place; null where a continuation was stopped */
    ScriptException tooLong(@Nullable Throwable stopped, long millis) {
        SourceSection place = stopped instanceof PolyglotException guest ? place(guest) : null;
        return at(place, "the script ran longer than " + millis + " ms without a pause and was stopped");
    }

    ScriptException stuck() {
        return at(null, "the script could not be stopped; it is given up");
    }

    ScriptException stopped() {
        return at(null, "the script has ended with its instance");
    }

    ScriptException refused() {
        return at(null, "no more scripts are run: too many could not be stopped; restart the server");
    }

    ScriptException translate(Throwable failure) {
        if (failure instanceof ScriptException known) {
            return known;
        }
        if (failure instanceof PolyglotException guest) {
            return at(place(guest), text(guest));
        }
        return at(null, "the script engine failed: " + failure);
    }

    /** A rejection that nobody took; the reason is the engine's own object. */
    ScriptException uncaught(Object reason) {
        GraalJSException thrown = reason instanceof JSErrorObject error ? JSError.getException(error) : null;
        if (thrown != null) {
            StringBuilder stack = new StringBuilder();
            for (GraalJSException.JSStackTraceElement frame : thrown.getJSStackTrace()) {
                stack.append(frame).append('\n');
            }
            return inStack(withoutModules(String.valueOf(thrown.getMessage())), stack.toString());
        }
        return at(null, "uncaught (in promise) " + JSRuntime.safeToString(reason));
    }

    /** There were more lines for the log than the bound. */
    ScriptException tooTalkative(int linesPerSecond) {
        return at(null, "the script writes more than " + linesPerSecond + " lines a second; the rest is left out");
    }

    /** A failure that the script's own code has caught, with the place read from its {@code stack}. */
    ScriptException inStack(String text, String stack) {
        return new ScriptException(placed(text, stack));
    }

    /** A text behind the place in the script where the stack was taken. */
    String placed(String text, String stack) {
        Matcher frame = Pattern.compile(Pattern.quote(source.path()) + ":(\\d+)(?::(\\d+))?")
                .matcher(stack);
        if (!frame.find()) {
            return source.path() + ":" + scriptLine + ":1: " + text;
        }
        String column = frame.group(2) == null ? "1" : frame.group(2);
        return source.path() + ":" + frame.group(1) + ":" + column + ": " + text;
    }

    private static String text(PolyglotException failure) {
        if (failure.isInterrupted() || failure.isCancelled()) {
            return "the script was stopped";
        }
        if (failure.isResourceExhausted()) {
            return "the script used too much: " + failure.getMessage();
        }
        return withoutModules(String.valueOf(failure.getMessage()));
    }

    /** What the engine says where a script imports; it has words for each kind of address. */
    private static String withoutModules(String message) {
        return MODULE_FAILURE.matcher(message).find() ? NO_IMPORTS : message;
    }

    private @Nullable SourceSection place(PolyglotException failure) {
        SourceSection direct = failure.getSourceLocation();
        if (isOurs(direct)) {
            return direct;
        }
        for (PolyglotException.StackFrame frame : failure.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && isOurs(frame.getSourceLocation())) {
                return frame.getSourceLocation();
            }
        }
        return null;
    }

    private boolean isOurs(@Nullable SourceSection section) {
        return section != null
                && section.isAvailable()
                && source.path().equals(section.getSource().getName());
    }

    private ScriptException at(@Nullable SourceSection place, String text) {
        int line = place == null ? scriptLine : place.getStartLine();
        int column = place == null ? 1 : Math.max(1, place.getStartColumn());
        return new ScriptException(source.path() + ":" + line + ":" + column + ": " + text);
    }
}
