package io.hjx.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code hjx}: the roof over the subcommands. Immutable. */
@Command(
        name = "hjx",
        description = "Components that live on the server and stay in step in every browser.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DevCommand.class,
            BuildCommand.class,
            CheckCommand.class,
            ParseCommand.class,
            PrepareCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nAnd, done by the launcher script itself:%n",
        footer = "  test  Set up what the tests need, then run all of them.")
final class HjxCommand {}
