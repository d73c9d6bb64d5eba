package org.geoanomaly.gam.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import org.geoanomaly.gam.app.console.ConsoleProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class CommonOptions {
    @Option(
            names = {"-c", "--config"},
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "configuration file (YAML)")
    private @Nullable Path config;

    @Option(
            names = "--set",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            parameterConsumer = Appender.class,
            description = "set one key of the configuration, such as core.seed=1; repeatable")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--plugin-path",
            scope = ScopeType.INHERIT,
            paramLabel = "JAR|DIR",
            description = "jars of plugins, or directories of them, separated by "
                    + "${sys:path.separator}; instead of plugins.path")
    private @Nullable String pluginPath;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "show warnings and errors only")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "show log lines, and stack traces of errors")
    private boolean verbose;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "machine-readable result on standard output")
    private boolean json;

    @Option(names = "--no-progress", scope = ScopeType.INHERIT, description = "no bars and no counts")
    private boolean noProgress;

    @Option(names = "--dry-run", scope = ScopeType.INHERIT, description = "say what would be done, and do nothing")
    private boolean dryRun;

    /** The file given with {@code --config}. */
    public @Nullable Path config() {
        return config;
    }

    /** The value given with {@code --plugin-path}. */
    @Nullable
    String pluginPath() {
        return pluginPath;
    }

    public List<String> assignments() {
        return List.copyOf(assignments);
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean verbose() {
        return verbose;
    }

    public boolean json() {
        return json;
    }

    public boolean dryRun() {
        return dryRun;
    }

    ConsoleProgress.Detail detail() {
        if (quiet) {
            return ConsoleProgress.Detail.QUIET;
        }
        return noProgress ? ConsoleProgress.Detail.LINES : ConsoleProgress.Detail.FULL;
    }

    /** Adds to the values given so far; by itself picocli starts a new list behind the name of the command. */
    static final class Appender implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            if (arguments.isEmpty()) {
                throw new MissingParameterException(
                        command.commandLine(), option, "--set needs key=value, such as --set core.seed=1");
            }
            List<String> longer = new ArrayList<>(option.<List<String>>getValue());
            longer.add(arguments.pop());
            option.setValue(longer);
        }
    }
}
