package io.hjx.lang.analyze;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import java.util.List;
import java.util.Map;

/**
 * A place where a component stands in another's layout.
 *
 * @param element the tag, whose number names the use
 * @param component what is used
 * @param props the attributes that take the place of the child's state of the same name
 * @param bound the child's names that are tied to a path of the parent
 * @param loops the loops around it, outermost first
 */
public record Use(
        Element element,
        ComponentModel component,
        Map<String, Element.Attribute> props,
        Map<String, io.hjx.lang.ast.Binding.Value> bound,
        List<ForNode> loops) {}
