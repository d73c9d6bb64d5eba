package org.geoanomaly.gam.pipeline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.StageContext;

/** A program of its own: one inversion, to be run with a limited heap. */
final class MemoryProbe {
    private MemoryProbe() {}

    /** {@code modality columns layers flat|draped}: inverts and prints done. */
    public static void main(String[] args) {
        InversionRequest request = request(args);
        try (Workers workers = new Workers(2)) {
            new SmoothInverter().invert(request, new StageContext(workers, StageProgress.SILENT, () -> false, 1));
        }
        System.out.println("done");
    }

    static InversionRequest request(String... args) {
        int n = Integer.parseInt(args[1]);
        double[] thickness = new double[Integer.parseInt(args[2])];
        Arrays.fill(thickness, 700);
        RegularMesh mesh = RegularMesh.of(new double[] {0, 0, 0}, n, n, new double[] {1000, 1000}, thickness);
        boolean magnetic = args[0].equals("magnetic");
        double[] east = new double[n * n];
        double[] north = new double[n * n];
        double[] height = new double[n * n];
        double[] value = new double[n * n];
        double[] sigma = new double[n * n];
        for (int c = 0; c < n * n; c++) {
            east[c] = 1000 * (c % n + 0.5);
            north[c] = 1000 * (Math.floorDiv(c, n) + 0.5);
            height[c] = args[3].equals("draped") ? 300 + 200 * Math.sin(c) : 0;
            value[c] = 10 * Math.exp(-Math.hypot(east[c] - 500 * n, north[c] - 500 * n) / 5000) + Math.sin(7.0 * c);
            sigma[c] = 1;
        }
        ProcessedData data = new ProcessedData(
                args[0],
                "made_up",
                magnetic ? Unit.NANOTESLA : Unit.MILLIGAL,
                new Observations(east, north, height, value, sigma, Map.of()),
                null,
                1000,
                magnetic ? new ProcessedData.Ambient(47_000, 62, 2) : null,
                List.of());
        return new InversionRequest(data, mesh, ModelingSection.DEFAULT);
    }
}
