package io.hjx.script;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.SourceFile;

/**
 * The text of a {@code script:} block as the engine gets it. Immutable.
 *
 * @param source the file that it stands in, whose path names it in messages
 * @param line the line in the file on which the block begins, from 1
 * @param text the block behind as many empty lines as stand before it, so that the engine's lines are the file's
 */
record ScriptModule(SourceFile source, int line, String text) {

    static ScriptModule of(SourceFile source, Declaration.RawBlock script) {
        int line = source.position(script.span().start()).line();
        return new ScriptModule(source, line, "\n".repeat(line - 1) + script.text());
    }
}
