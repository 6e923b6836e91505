package io.hjx.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message and exit code 1; only a fault of ours keeps its stack trace. Immutable. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CommandFailure) {
            command.getErr().println(failure.getMessage());
        } else if (failure instanceof IOException) {
            command.getErr().println("Reading or writing failed: " + failure);
        } else {
            command.getErr().println("This is a fault of HJX, please report it:");
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
