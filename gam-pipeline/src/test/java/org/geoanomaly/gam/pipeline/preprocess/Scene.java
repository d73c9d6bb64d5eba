package org.geoanomaly.gam.pipeline.preprocess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.BouguerCorrection;
import org.geoanomaly.gam.pipeline.config.Corrections;
import org.geoanomaly.gam.pipeline.config.FilterParams;
import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.config.Regional;
import org.geoanomaly.gam.pipeline.data.LocalFrame;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.MainField;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.jspecify.annotations.Nullable;

/** A tile and what is asked of it; variations are made by the {@code with} methods. */
record Scene(
        TileArea area,
        int coarsening,
        PreprocessingSection settings,
        RawData.@Nullable Gridded terrain,
        MainField field) {
    /** A square tile without corrections beyond the defaults. */
    static Scene of(double latitude, double longitude, int cells, double cell) {
        LocalFrame frame = new LocalFrame(latitude, longitude);
        double half = 0.5 * cells * cell;
        RegularMesh mesh = RegularMesh.of(
                new double[] {-half, -half, 0}, cells, cells, new double[] {cell, cell}, new double[] {cell, cell});
        double lat = half / 111_000;
        double lon = Math.min(179, lat / Math.max(0.02, Math.cos(Math.toRadians(latitude))));
        BoundingBox box = new BoundingBox(
                Math.max(-90, latitude - lat),
                Math.min(90, latitude + lat),
                BoundingBox.normalizeLongitude(longitude - lon),
                BoundingBox.normalizeLongitude(longitude + lon));
        MainField none = () -> {
            throw new AssertionError("the main field is not needed here");
        };
        return new Scene(new TileArea("r00c00", box, box, frame, mesh), 1, PreprocessingSection.DEFAULT, null, none);
    }

    Scene withSettings(UnaryOperator<PreprocessingSection> change) {
        return new Scene(area, coarsening, change.apply(settings), terrain, field);
    }

    Scene withBouguer(BouguerCorrection method) {
        return withCorrections(new Corrections(true, method, 2670, true, false));
    }

    Scene withCorrections(Corrections corrections) {
        return withSettings(s ->
                new PreprocessingSection(s.preprocessor(), s.gridRes(), s.filterParams(), corrections, s.regional()));
    }

    Scene withRegional(Regional regional) {
        return withSettings(s ->
                new PreprocessingSection(s.preprocessor(), s.gridRes(), s.filterParams(), s.corrections(), regional));
    }

    Scene withFilters(FilterParams filters) {
        return withSettings(
                s -> new PreprocessingSection(s.preprocessor(), s.gridRes(), filters, s.corrections(), s.regional()));
    }

    Scene withTerrain(RawData.Gridded model) {
        return new Scene(area, coarsening, settings, model, field);
    }

    Scene withField(MainField other) {
        return new Scene(area, coarsening, settings, terrain, other);
    }

    Scene withCoarsening(int factor) {
        return new Scene(area, factor, settings, terrain, field);
    }

    ProcessedData process(RawData data) {
        return process(data, 2);
    }

    ProcessedData process(RawData data, int threads) {
        try (Workers workers = new Workers(threads)) {
            StageContext context = new StageContext(workers, StageProgress.SILENT, () -> false, 1);
            return new StandardPreprocessor()
                    .process(new PreprocessRequest(data, area, coarsening, settings, terrain, field), context);
        }
    }

    static RawData.Facts facts(String modality, String quantity, Unit unit, boolean stated) {
        return new RawData.Facts(modality, quantity, unit, stated, null, null, null, List.of());
    }

    static RawData.Facts gravity(String quantity) {
        return facts("gravity", quantity, Unit.MILLIGAL, true);
    }

    static RawData.Facts magnetic(String quantity) {
        return facts("magnetic", quantity, Unit.NANOTESLA, true);
    }

    /** A table with heights; a null column is left out. */
    static RawData.Points points(
            RawData.Facts facts, double[] lon, double[] lat, double @Nullable [] height, double[] value) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(RawData.Points.LONGITUDE, lon);
        columns.put(RawData.Points.LATITUDE, lat);
        if (height != null) {
            columns.put(RawData.Points.HEIGHT, height);
        }
        columns.put(RawData.Points.VALUE, value);
        return new RawData.Points(facts, columns);
    }
}
