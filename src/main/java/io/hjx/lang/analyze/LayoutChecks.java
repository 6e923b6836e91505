package io.hjx.lang.analyze;

import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks that look at single elements and texts of a layout. Confined to the compiling thread. */
final class LayoutChecks implements LayoutScan.Onlooker {

    private final ImportTable imports;
    private final AssetAttributes assets;
    private final Report report;
    private final UseTable uses;
    private final ElementChecks elements;
    private final NestingCheck nesting;
    private @Nullable Span first;
    private boolean hasIds;

    LayoutChecks(ImportTable imports, AssetAttributes assets, Report report) {
        this.imports = imports;
        this.assets = assets;
        this.report = report;
        this.uses = new UseTable(imports, report);
        this.elements = new ElementChecks(imports, report);
        this.nesting = new NestingCheck(uses, imports, report);
    }

    @Override
    public void element(LayoutScan.Placed placed) {
        if (first == null) {
            first = placed.element().tag().span();
        }
        hasIds |= IdChecks.mayHaveId(placed.element());
        uses.add(placed);
        elements.check(placed);
        nesting.check(placed);
        assets.add(placed.element());
    }

    @Override
    public void text(LayoutScan.PlacedText placed) {
        nesting.check(placed);
    }

    /** What is known only behind the last element; returns the component uses by the numbers of their elements. */
    Map<Integer, Use> finish(List<LayoutNode> layout) {
        if (first != null) {
            uses.checkCount(first);
        }
        if (hasIds) {
            IdChecks.check(layout, imports, report);
        }
        new SlotChecks(uses.toMap(), report).check();
        imports.checkUnused();
        return uses.toMap();
    }
}
