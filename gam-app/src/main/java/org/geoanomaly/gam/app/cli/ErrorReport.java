package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Set;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.NearestName;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, where, why, and what to do, on standard error. A stack trace only when asked for. */
final class ErrorReport {
    private final Console console;

    ErrorReport(Console console) {
        this.console = console;
    }

    /** A command line that cannot be understood. */
    int usage(ParameterException error) {
        CommandLine command = error.getCommandLine();
        String message = String.valueOf(error.getMessage());
        String help = "gam help" + (command.getParent() == null ? "" : " " + command.getCommandName());
        if (error instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            boolean option = word.startsWith("-");
            boolean top = command.getParent() == null;
            message = option
                    ? "unknown option '" + word + "'"
                    : top ? "unknown command '" + word + "'" : "one argument too many: '" + word + "'";
            Set<String> names = option
                    ? command.getCommandSpec().optionsMap().keySet()
                    : command.getSubcommands().keySet();
            help = NearestName.of(word.replaceFirst("=.*", ""), names)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(help);
        }
        console.err().println(Console.printable("error[usage]: " + message + "   help: " + help));
        return ExitCode.USAGE.code();
    }

    /** Anything thrown by a command. */
    int failure(Throwable error, boolean verbose) {
        if (error instanceof ParameterException usage) {
            return usage(usage);
        }
        if (error instanceof ConfigurationException configuration) {
            configuration.all().forEach(this::show);
        } else if (error instanceof GamException failure) {
            show(failure);
        } else if (error instanceof InterruptedException) {
            console.err().println("stopped");
        } else {
            show(explained(error));
        }
        if (verbose) {
            error.printStackTrace(console.err());
        }
        return code(error).code();
    }

    private static ExitCode code(Throwable error) {
        if (error instanceof ConfigurationException) {
            return ExitCode.USAGE;
        }
        return error instanceof InterruptedException ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    }

    private void show(GamException error) {
        PrintStream err = console.err();
        err.println(Console.printable("error[" + error.code() + "]: " + error.getMessage()));
        if (error instanceof ConfigurationException configuration && configuration.where() != null) {
            show(configuration.where());
        }
        if (error.help() != null) {
            err.println(Console.printable("  help: " + error.help()));
        }
    }

    private void show(SourceExcerpt where) {
        PrintStream err = console.err();
        err.println(Console.printable("  --> " + where.place()));
        if (where.line() > 0 && where.sourceLine().length() <= 500) {
            String number = String.format(Locale.ROOT, "%5d", where.line());
            String line = where.sourceLine().replace('\t', ' ');
            err.println(Console.printable(number + " | " + line));
            int length = Math.max(1, Math.min(where.length(), line.length() - where.column()));
            err.println("      | " + " ".repeat(where.column()) + "^".repeat(length)
                    + (where.note() == null ? "" : " " + where.note()));
        } else if (where.note() != null) {
            err.println("      = " + where.note());
        }
    }

    /** A failure that nobody foresaw, as one sentence. */
    private static GamException explained(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            String heap =
                    String.format(Locale.ROOT, "%.1f GB", Runtime.getRuntime().maxMemory() / 1e9);
            return new GamException(
                    "out of memory: the Java heap may grow to " + heap,
                    "give it more, such as GAM_HEAP=8g gam ..., or use fewer workers (--set core.parallel_workers=1)",
                    error);
        }
        if (error instanceof StackOverflowError) {
            return new GamException(
                    "the input is nested too deeply to be read",
                    "check the input; if it is right, raise the stack with JAVA_TOOL_OPTIONS=-Xss64m",
                    error);
        }
        if (error instanceof UncheckedIOException io && io.getCause() != null) {
            return explained(io.getCause());
        }
        if (error instanceof FileSystemException file) {
            return new GamException(sentence(file), null, error);
        }
        if (error instanceof IOException) {
            return new GamException("input or output failed: " + error.getMessage(), null, error);
        }
        return new GamException(
                "unexpected " + error.getClass().getSimpleName() + ": " + error.getMessage(),
                "this is a fault of the program; -v shows the stack trace, and the log of the run has it too",
                error);
    }

    private static String sentence(FileSystemException error) {
        if (error instanceof NoSuchFileException) {
            return "no such file: " + error.getFile();
        }
        if (error instanceof AccessDeniedException) {
            return "no permission for " + error.getFile();
        }
        return error.getFile() + ": " + (error.getReason() == null ? "input or output failed" : error.getReason());
    }
}
