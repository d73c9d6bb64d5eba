package org.geoanomaly.gam.app.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands, in the order in which the help lists them. A new one needs a line here and nothing else. */
final class Commands {
    private static final List<Function<Surroundings, GamCommand>> ALL = List.of(
            RunCommand::new,
            DemoCommand::new,
            GlobalCommand::new,
            ValidateCommand::new,
            AnomaliesCommand::new,
            ServeCommand::new,
            FetchCommand::new,
            SourcesCommand::new,
            CacheCommand::new,
            ForwardCommand::new,
            InvertCommand::new,
            SynthCommand::new,
            EastUpCommand::new,
            InfoCommand::new,
            CheckCommand::new,
            DoctorCommand::new,
            CompletionCommand::new,
            HelpCommand::new);

    private Commands() {}

    static CommandLine commandLine(Surroundings surroundings) {
        CommandLine top = new CommandLine(new TopCommand());
        for (Function<Surroundings, GamCommand> command : ALL) {
            top.addSubcommand(command.apply(surroundings));
        }
        top.setOut(writer(surroundings.console().out()));
        top.setErr(writer(surroundings.console().err()));
        top.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        top.setUsageHelpWidth(100);
        top.setHelpFactory(new HelpText());
        ErrorReport report = new ErrorReport(surroundings.console());
        top.setParameterExceptionHandler((error, arguments) -> report.usage(error));
        top.setExecutionExceptionHandler((error, command, parsed) -> report.failure(error, verbose(command)));
        return top;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static boolean verbose(CommandLine command) {
        Object root = command.getCommandSpec().root().userObject();
        return root instanceof TopCommand top && top.common().verbose();
    }
}
