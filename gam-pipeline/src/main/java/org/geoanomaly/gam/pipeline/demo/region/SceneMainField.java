package org.geoanomaly.gam.pipeline.demo.region;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.geoanomaly.gam.formats.shc.ShcReader;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.spherical.MainFieldVector;
import org.geoanomaly.gam.pipeline.synth.Models;

/** A tilted dipole as main field, in the format of the IGRF, so that the demonstration needs no download. */
final class SceneMainField {
    private static final double EPOCH = 2020;
    private static final String TEXT = """
            # SYNTHETIC dipole field of the GeoAnomalyMapper demonstration; not a model of the Earth
            1 1 2 2 1 1900.0 2100.0
                   1900.0 2100.0
             1   0 -29400.0 -29400.0
             1   1  -1500.0  -1500.0
             1  -1   4700.0   4700.0
            """;

    private final RegionScene scene;

    SceneMainField(RegionScene scene) {
        this.scene = scene;
    }

    /** The file. */
    String text() {
        return TEXT;
    }

    /** The field in the middle of the scene, taken as uniform over it. */
    AmbientField ambient() {
        var model = ShcReader.read(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.US_ASCII)), "synthetic");
        MainFieldVector f = Models.mainField(model)
                .at(scene.frame().latitude(), scene.frame().longitude(), 0, EPOCH);
        return new AmbientField(f.intensity(), f.inclination(), f.declination());
    }
}
