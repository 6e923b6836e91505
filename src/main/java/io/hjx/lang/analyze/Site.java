package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import java.util.List;

/**
 * A binding with what surrounds it.
 *
 * @param element the element that it stands on
 * @param loops the loops around it, outermost first
 */
public record Site(Binding binding, Element element, List<ForNode> loops) {}
