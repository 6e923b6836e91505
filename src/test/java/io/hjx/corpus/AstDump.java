package io.hjx.corpus;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a component's tree as text, one node a line, for people to compare. Used once a tree. */
public final class AstDump implements LayoutNode.Visitor<Void>, Statement.Visitor<Void> {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private AstDump() {}

    public static String of(ComponentFile file) {
        AstDump dump = new AstDump();
        dump.file(file);
        return dump.out.toString();
    }

    private void line(String text) {
        out.append("  ".repeat(depth)).append(text.stripTrailing()).append('\n');
    }

    private void below(Runnable lines) {
        depth++;
        lines.run();
        depth--;
    }

    private void file(ComponentFile file) {
        line("component " + file.name());
        if (file.scope() != null) {
            line("scope " + file.scope().scope().name().toLowerCase(Locale.ROOT));
        }
        imports(file.imports());
        variables("state", file.state());
        variables("secret", file.secret());
        variables("computed", file.computed());
        variables("local", file.local());
        access(file.access());
        raw("script", file.script());
        if (file.layout() != null) {
            line("layout");
            nodes(file.layout());
        }
        raw("style", file.style());
        file.handlers().forEach(this::handler);
    }

    private void imports(List<Declaration.Import> imports) {
        imports.forEach(line -> line("import " + line.alias() + " from " + ExprDump.quoted(line.path())));
    }

    private void variables(String block, List<Declaration.Variable> variables) {
        variables.forEach(variable -> line(block + " " + variable.name() + " = " + ExprDump.of(variable.value())));
    }

    private void access(List<Declaration.Access> rules) {
        rules.forEach(rule -> line("access " + rule.name() + " = " + rule.roles()));
    }

    private void raw(String block, Declaration.RawBlock raw) {
        if (raw != null) {
            line(block + " " + ExprDump.quoted(raw.text()));
        }
    }

    private void handler(Declaration.Handler handler) {
        line("handler " + handler.name() + handler.parameters());
        statements(handler.body());
    }

    private void nodes(List<LayoutNode> nodes) {
        below(() -> nodes.forEach(node -> node.accept(this)));
    }

    @Override
    public Void visitElement(Element node) {
        String id = node.id() == null ? "" : " #" + node.id();
        String classes = node.classes().stream().map(name -> " ." + name).collect(Collectors.joining());
        line("element " + node.number() + " " + node.tag() + id + classes);
        below(() -> {
            node.attributes().forEach(one -> line("attribute " + one.name() + " = " + template(one.value())));
            node.toggles().forEach(one -> line("class " + one.name() + ": " + ExprDump.of(one.condition())));
            node.events().forEach(this::event);
            node.binds()
                    .forEach(one ->
                            line("bind " + one.site() + " " + one.property() + " <-> " + ExprDump.of(one.path())));
        });
        nodes(node.children());
        return null;
    }

    private void event(Binding.Event event) {
        String modifiers = event.modifiers().stream()
                .map(one -> " ." + one.name() + (one.milliseconds() == 0 ? "" : "(" + one.milliseconds() + ")"))
                .collect(Collectors.joining());
        String call = event.handler() + "(" + ExprDump.list(event.arguments()) + ")";
        line("on " + event.site() + " " + event.event() + modifiers + " -> " + call);
    }

    private static String template(Template template) {
        return template.parts().stream().map(AstDump::part).collect(Collectors.joining(" "));
    }

    private static String part(Template.Part part) {
        return part instanceof Template.Interpolation hole
                ? "{{" + ExprDump.of(hole.expression()) + "}}"
                : ExprDump.quoted(((Template.Literal) part).text());
    }

    @Override
    public Void visitText(TextNode node) {
        line("text " + template(node.text()));
        return null;
    }

    @Override
    public Void visitIf(IfNode node) {
        String word = "if ";
        for (IfNode.Branch branch : node.branches()) {
            line(word + ExprDump.of(branch.condition()));
            nodes(branch.children());
            word = "else if ";
        }
        if (!node.otherwise().isEmpty()) {
            line("else");
            nodes(node.otherwise());
        }
        return null;
    }

    @Override
    public Void visitFor(ForNode node) {
        String key = node.key() == null ? "" : " key " + ExprDump.of(node.key());
        line("for " + node.item() + ", " + node.index() + " in " + ExprDump.of(node.list()) + key);
        nodes(node.children());
        return null;
    }

    private void statements(List<Statement> statements) {
        below(() -> statements.forEach(statement -> statement.accept(this)));
    }

    @Override
    public Void visitSet(Statement.Set statement) {
        line("set " + ExprDump.of(statement.path()) + " = " + ExprDump.of(statement.value()));
        return null;
    }

    @Override
    public Void visitLet(Statement.Let statement) {
        line("let " + statement.name() + " = " + ExprDump.of(statement.value()));
        return null;
    }

    @Override
    public Void visitLog(Statement.Log statement) {
        line("log " + ExprDump.of(statement.value()));
        return null;
    }

    @Override
    public Void visitIf(Statement.If statement) {
        String word = "if ";
        for (Statement.Branch branch : statement.branches()) {
            line(word + ExprDump.of(branch.condition()));
            statements(branch.body());
            word = "else if ";
        }
        if (!statement.otherwise().isEmpty()) {
            line("else");
            statements(statement.otherwise());
        }
        return null;
    }

    @Override
    public Void visitFor(Statement.For statement) {
        line("for " + statement.item() + ", " + statement.index() + " in " + ExprDump.of(statement.list()));
        statements(statement.body());
        return null;
    }

    @Override
    public Void visitCall(Statement.Call statement) {
        line("call " + statement.handler() + "(" + ExprDump.list(statement.arguments()) + ")");
        return null;
    }

    @Override
    public Void visitSend(Statement.Send statement) {
        String word = statement.audience() == Statement.Audience.EVERYBODY ? "broadcast " : "emit ";
        line(word + ExprDump.of(statement.event()) + " " + ExprDump.of(statement.data()));
        return null;
    }
}
