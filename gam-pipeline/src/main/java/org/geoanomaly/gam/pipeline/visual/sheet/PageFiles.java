package org.geoanomaly.gam.pipeline.visual.sheet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.geoanomaly.gam.pipeline.config.ExportFormat;
import org.geoanomaly.gam.pipeline.config.VisualizationSection;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/** Writes figures to {@code maps/}, several at once, in the picture formats that the configuration asks for. */
public final class PageFiles {
    private static final String FOLDER = "maps";
    private static final Set<ExportFormat> PICTURES = EnumSet.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.PDF);

    private final List<ExportFormat> formats;
    private final Path directory;
    private final Instant time;
    private final StageContext context;

    /**
     * Files of a run.
     *
     * @param time that documents tell as their creation
     */
    public PageFiles(VisualizationSection settings, Path directory, Instant time, StageContext context) {
        this.formats = settings.exportFormats().stream()
                .filter(PICTURES::contains)
                .distinct()
                .toList();
        this.directory = directory;
        this.time = time;
        this.context = context;
    }

    /**
     * Draws and writes each figure.
     *
     * @return the files in the order of the figures, relative to the directory
     * @throws CancellationException if the user wants to stop
     */
    public List<Path> write(List<Supplier<Plate>> figures) {
        Path[] files = new Path[figures.size() * formats.size()];
        if (files.length > 0) {
            context.workers().forEach(figures.size(), i -> {
                if (context.stop().getAsBoolean()) {
                    throw new CancellationException("stopped while drawing");
                }
                Plate plate = figures.get(i).get();
                for (int k = 0; k < formats.size(); k++) {
                    files[i * formats.size() + k] = write(plate, formats.get(k));
                }
                context.progress().advance(1);
            });
        }
        List<Path> written = new ArrayList<>();
        Arrays.stream(files).map(Objects::requireNonNull).forEach(written::add);
        return List.copyOf(written);
    }

    private Path write(Plate plate, ExportFormat format) {
        Path file = Path.of(FOLDER, plate.name() + "." + format);
        context.progress().note(file.toString());
        byte[] bytes =
                switch (format) {
                    case SVG -> plate.svg();
                    case PDF -> plate.pdf(time);
                    default -> plate.png(1);
                };
        AtomicFile.write(directory.resolve(file), bytes);
        return file;
    }
}
