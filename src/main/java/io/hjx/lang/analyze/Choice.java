package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import java.util.List;

/** The conditions of an {@code if} and its {@code else if}s, in a layout or a handler. */
record Choice(List<Expr> conditions) {}
