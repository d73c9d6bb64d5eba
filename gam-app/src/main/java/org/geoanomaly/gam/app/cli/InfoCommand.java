package org.geoanomaly.gam.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.app.console.Console;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.config.ConfigLoader;
import org.geoanomaly.gam.pipeline.config.ConfigRequest;
import org.geoanomaly.gam.pipeline.config.LoadedConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gam info}: what a file is. */
@Command(
        name = "info",
        description = "what a file is: header, geometry, statistics, problems",
        footer = {
            "",
            "Examples",
            "  gam info data/raw/EMAG2_V3_SeaLevel_DataTiff.tif",
            "  gam info EGM96.gfc",
            "  gam info data/outputs/pmtiles/fused_global_z0p1d_z0_z7.pmtiles",
        })
final class InfoCommand extends GamCommand {
    private static final List<FileDescriber> DESCRIBERS = List.of(
            new PmtilesDescriber(),
            new ConfigDescriber(),
            new ModelDescriber(),
            new SeismicDescriber(),
            new GridDescriber());

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "what to describe")
    private List<Path> files = new ArrayList<>();

    InfoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    protected ExitCode run() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new GamException(
                        Files.isDirectory(file) ? file + " is a directory" : "no such file: " + file,
                        "gam info takes files",
                        null);
            }
            print(Console.printable(describe(file)));
        }
        return ExitCode.OK;
    }

    private static String describe(Path file) throws IOException {
        for (FileDescriber describer : DESCRIBERS) {
            Optional<String> description = describer.describe(file);
            if (description.isPresent()) {
                return description.get();
            }
        }
        throw new DataFormatException(file, "is of no kind that gam knows");
    }

    /** Knows configuration files by their name. */
    private static final class ConfigDescriber implements FileDescriber {
        @Override
        public Optional<String> describe(Path file) {
            if (!file.toString().matches("(?i).*\\.ya?ml")) {
                return Optional.empty();
            }
            LoadedConfig loaded = ConfigLoader.load(new ConfigRequest(file, Map.of(), List.of(), List.of()));
            return Optional.of(file + ": a configuration, "
                    + loaded.provenance().given() + " values given; 'gam check' shows them");
        }
    }
}
