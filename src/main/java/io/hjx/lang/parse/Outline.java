package io.hjx.lang.parse;

import io.hjx.lang.ast.ComponentFile.ScopeDeclaration;
import io.hjx.lang.ast.Name;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines above the blocks say, and where the blocks stand. Immutable. */
record Outline(Name name, @Nullable ScopeDeclaration scope, Map<BlockKind, Line> blocks) {

    /** The header line of a block, or null where the file has none. */
    @Nullable Line block(BlockKind kind) {
        return blocks.get(kind);
    }
}
