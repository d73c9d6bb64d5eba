package org.geoanomaly.gam.pipeline.preprocess;

import java.util.LinkedHashMap;
import java.util.Map;
import org.geoanomaly.gam.pipeline.contract.PreprocessorContract;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;

/** The preprocessor of gravity and magnetics keeps the contract that those of strangers keep. */
class StandardPreprocessorContractTest extends PreprocessorContract {
    @Override
    protected Preprocessor plugin() {
        return new StandardPreprocessor();
    }

    @Override
    protected PreprocessRequest request() {
        int side = 12;
        double[] lon = new double[side * side];
        double[] lat = new double[lon.length];
        double[] value = new double[lon.length];
        for (int i = 0; i < lon.length; i++) {
            lon[i] = 10 + 0.02 * (i % side - 6) + 1e-4 * Math.sin(i);
            lat[i] = 45 + 0.015 * (Math.floorDiv(i, side) - 6);
            value[i] = 10 * Math.sin(30 * lon[i]) * Math.cos(40 * lat[i]);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(RawData.Points.LONGITUDE, lon);
        columns.put(RawData.Points.LATITUDE, lat);
        columns.put(RawData.Points.VALUE, value);
        Scene scene = Scene.of(45, 10, 10, 1500);
        return new PreprocessRequest(
                new RawData.Points(Scene.gravity("gravity_disturbance"), columns),
                scene.area(),
                1,
                scene.settings(),
                null,
                scene.field());
    }
}
