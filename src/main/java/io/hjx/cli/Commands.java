package io.hjx.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands of one project. Immutable. */
final class Commands implements IFactory {

    private final Project project;

    Commands(Project project) {
        this.project = project;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == DevCommand.class) {
            return type.cast(new DevCommand(project));
        }
        if (type == BuildCommand.class) {
            return type.cast(new BuildCommand(project));
        }
        if (type == PrepareCommand.class) {
            return type.cast(new PrepareCommand(project));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
