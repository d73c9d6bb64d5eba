package org.geoanomaly.gam.app.cli;

import java.util.concurrent.Callable;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code gam} itself: shows the help. */
@Command(
        name = "gam",
        description = "map gravity and magnetic anomalies",
        versionProvider = TopCommand.Version.class,
        synopsisSubcommandLabel = "<command>")
final class TopCommand implements Callable<Integer> {
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gam " + ProgramVersion.text()};
        }
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    CommonOptions common() {
        return common;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK.code();
    }
}
