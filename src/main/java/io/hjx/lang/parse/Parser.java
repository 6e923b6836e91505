package io.hjx.lang.parse;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;

/**
 * Reads a whole {@code .hjx} file. Stateless and thread-safe.
 *
 * <p>Parsing recovers at the next sibling line and goes on to the file's end. It takes time linear in the file's
 * length, and lines and expressions nest {@value LayoutLexer#MAX_DEPTH} deep at most, so that whoever walks the tree
 * may recurse.
 */
public final class Parser {

    private Parser() {}

    /**
     * Reads a source and adds what is wrong with it to {@code diagnostics}, in source order.
     *
     * @return the tree; where there are errors, all of it that could be read
     */
    public static ComponentFile parse(SourceFile source, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        ComponentFile file = new FileParser(new Context(source, found)).parse(new LayoutLexer(source, found).lines());
        found.inSourceOrder().forEach(diagnostics::add);
        return file;
    }
}
