package org.geoanomaly.gam.app.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gam completion}: a script that makes the shell complete commands and options. */
@Command(
        name = "completion",
        description = "print a completion script for bash or zsh",
        footer = {
            "",
            "Examples",
            "  source <(gam completion bash)           complete in this shell",
            "  gam completion zsh >> ~/.zshrc          complete in every new zsh",
        })
final class CompletionCommand extends GamCommand {
    /** Shells that have programmable completion. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    CompletionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() {
        if (shell == Shell.zsh) {
            print("autoload -Uz compinit && compinit\nautoload -Uz bashcompinit && bashcompinit");
        }
        console().out().print(AutoComplete.bash("gam", spec().root().commandLine()));
        return ExitCode.OK;
    }
}
