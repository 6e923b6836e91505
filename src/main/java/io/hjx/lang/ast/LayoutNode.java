package io.hjx.lang.ast;

/** What stands in a layout. */
public sealed interface LayoutNode extends Node permits Element, TextNode, IfNode, ForNode {

    <R> R accept(Visitor<R> visitor);

    /** One method a kind of layout node. */
    interface Visitor<R> {
        R visitElement(Element node);

        R visitText(TextNode node);

        R visitIf(IfNode node);

        R visitFor(ForNode node);
    }
}
