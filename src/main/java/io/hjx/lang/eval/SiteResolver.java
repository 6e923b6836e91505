package io.hjx.lang.eval;

import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/** Finds the component, the binding and the items that a client means; trusts nothing that it says. Stateless. */
final class SiteResolver {

    private SiteResolver() {}

    /** The component at the end of a way of uses. */
    static PlaceFrame frame(PlaceFrame root, List<UseKey> at) {
        PlaceFrame frame = root;
        for (UseKey step : at) {
            Place child = frame.place().children.get(step.use());
            if (child == null || child.use == null) {
                throw badSite("there is no component use " + step.use());
            }
            frame = frame.child(child, step.key(), useScope(frame, child.use.loops(), step.key()));
        }
        return frame;
    }

    private static Scope useScope(PlaceFrame frame, List<ForNode> loops, String key) {
        String[] parts = key.split(",", -1);
        if (loops.isEmpty() ? !key.isEmpty() : parts.length != loops.size()) {
            throw badSite("the component use has " + loops.size() + " loops around it");
        }
        Scope scope = frame;
        for (int i = 0; i < loops.size(); i++) {
            String part = parts[i];
            scope = enter(frame, scope, loops.get(i), (keys, loop) -> indexOfEncoded(keys, part));
        }
        return scope;
    }

    static int indexOfEncoded(LoopKeys keys, String part) {
        for (int i = 0; i < keys.size(); i++) {
            if (LoopKeys.encode(keys.key(i)).equals(part)) {
                return i;
            }
        }
        return -1;
    }

    /** The binding of this number in a component. */
    static Site site(PlaceFrame frame, int number) {
        List<Site> sites = frame.component().sites();
        if (number < 0 || number >= sites.size()) {
            throw badSite("there is no binding " + number);
        }
        return sites.get(number);
    }

    /** The names of the loops around a binding over {@code base}, with the items that the client means. */
    static Scope items(PlaceFrame frame, Scope base, List<ForNode> loops, List<ItemKey> items) {
        if (items.size() != loops.size()) {
            throw badSite("the binding has " + loops.size() + " loops around it");
        }
        Scope scope = base;
        for (int i = 0; i < loops.size(); i++) {
            ItemKey item = items.get(i);
            scope = enter(frame, scope, loops.get(i), (keys, loop) -> indexOf(keys, loop, item));
        }
        return scope;
    }

    private static int indexOf(LoopKeys keys, ForNode loop, ItemKey item) {
        if (!loop.item().text().equals(item.name())) {
            throw badSite("the loop's item is `" + loop.item() + "`");
        }
        if (keys.size() > 0 && keys.keyed() == item.positional()) {
            throw new BadRequestException(
                    "bad-item",
                    "the items of `" + loop.item() + "` are known by " + (keys.keyed() ? "keys" : "positions"));
        }
        return keys.indexOf(item.key());
    }

    private static LoopScope enter(
            PlaceFrame frame, Scope scope, ForNode loop, ToIntBiFunction<LoopKeys, ForNode> find) {
        LoopKeys keys = LoopKeys.EMPTY;
        ListValue list = ListValue.EMPTY;
        if (frame.run().evaluateShown(loop.list(), scope, frame.source()) instanceof ListValue present) {
            list = present;
            keys = keys(frame, scope, loop, present);
        }
        int index = find.applyAsInt(keys, loop);
        if (index < 0) {
            throw new StaleItemException("the `" + loop.item() + "` is not in its list any more");
        }
        return pass(frame, scope, loop, index, list.get(index));
    }

    static LoopKeys keys(PlaceFrame frame, Scope scope, ForNode loop, ListValue list) {
        return LoopKeys.of(loop, list, (item, index) -> {
            Names names = pass(frame, scope, loop, index, item);
            return loop.key() == null
                    ? Undefined.UNDEFINED
                    : frame.run().evaluateShown(loop.key(), names, frame.source());
        });
    }

    /** One pass of a loop of a component's layout. */
    static LoopScope pass(PlaceFrame frame, Scope scope, ForNode loop, int index, Value item) {
        Path source = ListSource.of(loop.list(), name -> scope.hides(name) ? null : computed(frame, name));
        String itemName = loop.item().text();
        return new LoopScope(
                scope, frame.run(), frame.source(), itemName, loop.index().text(), source, index, item);
    }

    private static @Nullable Expr computed(PlaceFrame frame, String name) {
        return frame.place().slots.get(name) instanceof Slot.Computed computed ? computed.value() : null;
    }

    private static BadRequestException badSite(String message) {
        return new BadRequestException("bad-site", message);
    }
}
