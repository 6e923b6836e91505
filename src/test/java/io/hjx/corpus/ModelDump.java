package io.hjx.corpus;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ForNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what the analyzer found out about a component as text, one fact a line, for people to compare. */
final class ModelDump {

    private final StringBuilder out = new StringBuilder();

    private ModelDump() {}

    static String of(ComponentModel model) {
        ModelDump dump = new ModelDump();
        dump.line("component " + model.name());
        model.imports().forEach((alias, imported) -> dump.line("import " + alias + " = " + imported.source()));
        model.symbols().values().forEach(dump::symbol);
        dump.line("computed " + model.computedOrder());
        dump.line("handlers " + model.handlers().keySet());
        model.sites().forEach(dump::site);
        model.uses().forEach(dump::use);
        dump.line("layout reads " + model.layoutReads());
        return dump.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void symbol(Symbol symbol) {
        String kind = symbol.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        line(kind + " " + symbol.name() + " = " + ExprDump.of(symbol.value())
                + (symbol.reads().isEmpty() ? "" : " reads " + symbol.reads()));
    }

    private void site(Site site) {
        String what = site.binding() instanceof Binding.Event event
                ? "on " + event.event() + " -> " + event.handler()
                : "bind " + ExprDump.of(((Binding.Value) site.binding()).path());
        line("site " + site.binding().site() + " " + what + " at "
                + site.element().tag() + loops(site.loops()));
    }

    private void use(int number, Use use) {
        line("use " + number + " " + use.component().name() + " props "
                + use.props().keySet() + " bound " + use.bound().keySet() + loops(use.loops()));
    }

    private static String loops(List<ForNode> loops) {
        return loops.stream()
                .map(loop -> " in " + loop.item() + ", " + loop.index())
                .collect(Collectors.joining());
    }
}
