package io.hjx.lang.ast;

import io.hjx.lang.source.Span;

/** Anything in the tree: it knows where it stands. */
public sealed interface Node
        permits Binding,
                ComponentFile,
                Declaration,
                Expr,
                LayoutNode,
                Name,
                Path,
                Pattern,
                Statement,
                Template,
                Template.Part,
                Element.Attribute,
                Element.ClassToggle,
                IfNode.Branch,
                Path.Step,
                Expr.ObjectMember,
                Statement.Branch {

    /** The characters that this node was read from. */
    Span span();
}
