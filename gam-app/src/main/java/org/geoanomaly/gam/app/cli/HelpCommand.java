package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code gam help}: how to use a command. */
@Command(
        name = "help",
        description = "how to use a command",
        footer = {"", "Examples", "  gam help check"})
final class HelpCommand extends GamCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "the command, and its own commands if it has some")
    private List<String> names = new ArrayList<>();

    HelpCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        CommandLine command = spec().root().commandLine();
        for (String name : names) {
            CommandLine inner = command.getSubcommands().get(name);
            if (inner == null) {
                throw new UnmatchedArgumentException(command, List.of(name));
            }
            command = inner;
        }
        command.usage(command.getOut());
        return ExitCode.OK;
    }
}
