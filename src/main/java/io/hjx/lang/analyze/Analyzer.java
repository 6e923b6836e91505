package io.hjx.lang.analyze;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out what a tree means and what is wrong with it.
 *
 * <p>One walk through layout and handlers collects the places that name something; the names are resolved; then small
 * checks look at one concern each. A model is made in any case: where there are errors it is not to be run.
 */
public final class Analyzer {

    private final ComponentFile file;
    private final Report report;
    private final SymbolTable symbols;
    private final List<LayoutNode> nodes;
    private final LayoutChecks layoutChecks;
    private final LayoutScan layout;
    private final HandlerChecks handlers;
    private final ImportTable imports;
    private final AssetAttributes assets;
    private final List<NameUse> names = new ArrayList<>();
    private final List<HandlerScan> scans = new ArrayList<>();

    private Analyzer(ComponentFile file, Report report, ImportResolver resolver) {
        this.file = file;
        this.report = report;
        this.imports = ImportTable.of(file.imports(), resolver, report);
        this.assets = new AssetAttributes(report.source(), resolver.assets(), imports);
        this.symbols = SymbolTable.of(file, report);
        this.nodes = file.layout() == null ? List.of() : file.layout();
        this.layoutChecks = new LayoutChecks(imports, assets, report);
        this.layout = LayoutScan.of(nodes, layoutChecks);
        this.handlers =
                HandlerChecks.of(file, resolver.handlers().of(file.name().text()), report);
    }

    /**
     * Analyzes a file with what it imports.
     *
     * @param imports loads, parses and analyzes imported files
     */
    public static ComponentModel analyze(
            ComponentFile file, SourceFile source, ImportResolver imports, Diagnostics diagnostics) {
        return new Analyzer(file, new Report(source, diagnostics), imports).analyze();
    }

    private ComponentModel analyze() {
        ScriptNames.add(file, symbols);
        names.addAll(layout.names());
        file.computed().forEach(variable -> addComputed(variable.value()));
        checkHandlers();
        NameResolver.resolve(names, symbols, report);
        List<String> computedOrder = ComputedOrder.of(symbols, report);
        NameChecks nameChecks = new NameChecks(symbols, report);
        nameChecks.check(names);
        nameChecks.checkLoops(layout.loops());
        Map<Integer, Use> uses = layoutChecks.finish(nodes);
        new ExpressionChecks(file, layout, scans, NameMeanings.of(names, symbols), report).check();
        return new ComponentModel(
                report.source(),
                file,
                symbols.toMap(),
                Collections.unmodifiableMap(handlers.handlers()),
                computedOrder,
                layout.sites(),
                uses,
                imports.toMap(),
                layoutReads(),
                assets.toMap());
    }

    private void addComputed(Expr value) {
        FreeNames.each(
                value,
                (name, parameters) -> names.add(new NameUse(
                        name.name(), name.span(), NameUse.Kind.COMPUTED, Scope.EMPTY.withParameters(parameters))));
    }

    private void checkHandlers() {
        NameChecks introduced = new NameChecks(symbols, report);
        HandlerLoops loops = HandlerLoops.of(handlers.handlers(), layout);
        HandlerUses handlerUses = new HandlerUses(handlers.handlers(), report);
        for (Declaration.Handler handler : handlers.handlers().values()) {
            HandlerScan scan = HandlerScan.of(handler, loops.of(handler.name().text()));
            scans.add(scan);
            names.addAll(scan.names());
            scan.introduced().forEach(introduced::introduce);
            handlers.checkCalls(scan.calls());
            handlerUses.checkCalls(handler, scan.calls());
        }
        handlers.checkParameters();
        handlers.checkEvents(layout.sites());
        handlers.checkAccess(file.access());
        handlerUses.checkEvents(layout.sites());
        handlerUses.checkUnused();
    }

    private Set<String> layoutReads() {
        Set<String> reads = new LinkedHashSet<>();
        for (NameUse use : layout.names()) {
            boolean shown = use.kind() == NameUse.Kind.LAYOUT || use.kind() == NameUse.Kind.BIND;
            boolean known = symbols.has(use.name())
                    || use.name().equals("user")
                    || use.name().equals("client");
            if (shown && known && use.entries().isEmpty()) {
                reads.add(use.name());
            }
        }
        return Collections.unmodifiableSet(reads);
    }
}
