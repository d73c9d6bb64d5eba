package com.example.muon.data;

import com.example.muon.demo.SyntheticHill;
import com.example.muon.model.MuonInverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ModalityResult;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** What each stage is asked about the synthetic hill, on few cells. */
public final class SmallHill {
    private static final BoundingBox AREA = new BoundingBox(45.9946, 46.0054, 7.9922, 8.0078);
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {-600, -600, 196}, 12, 12, new double[] {100, 100}, new double[] {50, 50, 50, 50});
    private static final Path FILE = write();

    private SmallHill() {}

    private static Path write() {
        try {
            Path directory = Files.createTempDirectory("hill");
            SyntheticHill.write(directory, 1);
            directory.toFile().deleteOnExit();
            return directory.resolve("muons.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataRequest source() {
        return new DataRequest("muon", new SourceSpec.Plugged("muon-counts", new MuonSource.Options(FILE)), AREA, 0.001);
    }

    public static PreprocessRequest preprocessing() {
        try {
            return new PreprocessRequest(
                    MuonSource.points(FILE, AREA),
                    new TileArea("r00c00", AREA, AREA, new LocalFrame(46.0, 8.0), MESH),
                    1,
                    PreprocessingSection.DEFAULT,
                    null,
                    () -> {
                        throw new IllegalStateException("muons feel no magnetic field worth asking for");
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InversionRequest inversion() {
        try (Workers workers = new Workers(1)) {
            ProcessedData data = new MuonPreprocessor().process(preprocessing(), context(workers));
            return new InversionRequest(data, MESH, ModelingSection.DEFAULT);
        }
    }

    public static RegionResult result() {
        try (Workers workers = new Workers(1)) {
            InversionRequest request = inversion();
            PropertyModel model = new MuonInverter().invert(request, context(workers));
            ModalityResult.TileFit fit = new ModalityResult.TileFit("r00c00", request.data().observations(), model.fit());
            ModalityResult muon = new ModalityResult("muon", null, null, List.of(fit), List.of());
            return new RegionResult(null, AREA, List.of(muon), null, List.of(), List.of(), List.of());
        }
    }

    private static StageContext context(Workers workers) {
        return new StageContext(workers, ProgressListener.SILENT.begin("test", 1), () -> false, 1);
    }
}
