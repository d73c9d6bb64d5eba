package org.geoanomaly.gam.pipeline.model;

import java.util.List;
import java.util.Map;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.contract.InverterContract;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.junit.jupiter.api.Nested;

/** The inverters of fields keep the contract that those of strangers keep. */
class InverterContractsTest {
    private static InversionRequest gravity() {
        int side = 10;
        int n = side * side;
        double[] east = new double[n];
        double[] north = new double[n];
        double[] height = new double[n];
        double[] value = new double[n];
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = (i % side + 0.5) * 1000;
            north[i] = (Math.floorDiv(i, side) + 0.5) * 1000;
            double distance = Math.hypot(east[i] - 5000, north[i] - 5000) / 2000;
            value[i] = 5 / (1 + distance * distance);
            sigma[i] = 0.2;
        }
        RegularMesh mesh = RegularMesh.of(
                new double[] {0, 0, 0}, side, side, new double[] {1000, 1000}, new double[] {500, 1000, 1500});
        ProcessedData data = new ProcessedData(
                "gravity",
                "gravity_disturbance",
                Unit.MILLIGAL,
                new Observations(east, north, height, value, sigma, Map.of()),
                null,
                1000,
                null,
                List.of());
        return new InversionRequest(data, mesh, ModelingSection.DEFAULT);
    }

    @Nested
    class Smooth extends InverterContract {
        @Override
        protected Inverter plugin() {
            return new SmoothInverter();
        }

        @Override
        protected InversionRequest request() {
            return gravity();
        }
    }

    @Nested
    class Compact extends InverterContract {
        @Override
        protected Inverter plugin() {
            return new CompactInverter();
        }

        @Override
        protected InversionRequest request() {
            return gravity();
        }
    }
}
