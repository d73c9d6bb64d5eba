package org.geoanomaly.gam.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Help as in the manual: the top page lists commands by what they are for, the page of a command ends in examples. */
final class HelpText implements IHelpFactory {
    private static final String START = """

            Start here
              gam doctor
              gam global --demo --output demo     # the whole job on made-up data; then: gam serve demo
              gam check                           # every key of the configuration and its default

            Common: -c, --config FILE   --set key=value   -q/-v   --json   --no-progress   --dry-run
            """;

    @Override
    public Help create(CommandSpec spec, ColorScheme colors) {
        return spec.parent() == null ? new Top(spec, colors) : new Help(spec, colors);
    }

    private static final class Top extends Help {
        Top(CommandSpec spec, ColorScheme colors) {
            super(spec, colors);
        }

        @Override
        public String synopsis(int headingLength) {
            return "gam <command> [options]\n";
        }

        @Override
        public String headerHeading(Object... parameters) {
            return "gam " + ProgramVersion.text() + " - map gravity and magnetic anomalies\n\n";
        }

        @Override
        public String description(Object... parameters) {
            return "\n";
        }

        @Override
        public String optionList() {
            return "";
        }

        @Override
        public String commandList() {
            StringBuilder out = new StringBuilder();
            allSubcommands().forEach((name, help) -> {
                String[] lines = help.commandSpec().usageMessage().description();
                String what = lines.length > 0 ? lines[0] : "";
                out.append(String.format(Locale.ROOT, "  %-11s %s%n", name, what));
            });
            return out.toString();
        }

        @Override
        public String footer(Object... parameters) {
            String codes = Arrays.stream(ExitCode.values())
                    .map(code -> code.code() + " " + code.word())
                    .collect(Collectors.joining("  "));
            return START + "Docs: gam help <command>      Exit codes: " + codes + "\n";
        }
    }
}
