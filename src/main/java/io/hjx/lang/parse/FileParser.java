package io.hjx.lang.parse;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.source.Span;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a component together from the blocks of its outline. Used once a source. */
final class FileParser {

    private final Context context;

    FileParser(Context context) {
        this.context = context;
    }

    ComponentFile parse(List<Line> lines) {
        Outline outline = new OutlineParser(context).parse(lines);
        DeclarationParser declarations = new DeclarationParser(context);
        return new ComponentFile(
                new Span(0, context.text().length()),
                outline.name(),
                outline.scope(),
                block(outline, BlockKind.IMPORTS, declarations::imports),
                block(outline, BlockKind.STATE, declarations::literals),
                block(outline, BlockKind.SECRET, declarations::literals),
                block(outline, BlockKind.COMPUTED, declarations::computed),
                block(outline, BlockKind.LOCAL, declarations::literals),
                block(outline, BlockKind.ACCESS, new AccessParser(context)::rules),
                raw(outline.block(BlockKind.SCRIPT)),
                layout(outline.block(BlockKind.LAYOUT)),
                raw(outline.block(BlockKind.STYLE)),
                block(outline, BlockKind.HANDLERS, new HandlerParser(context)::handlers));
    }

    private static <T> List<T> block(Outline outline, BlockKind kind, Function<List<Line>, List<T>> rule) {
        Line header = outline.block(kind);
        return header == null ? List.of() : rule.apply(header.children());
    }

    private @Nullable List<LayoutNode> layout(@Nullable Line header) {
        return header == null ? null : new LayoutParser(context).nodes(header.children());
    }

    private Declaration.@Nullable RawBlock raw(@Nullable Line header) {
        if (header == null || header.raw() == null) {
            return null;
        }
        return new Declaration.RawBlock(header.raw(), context.source().slice(header.raw()));
    }
}
