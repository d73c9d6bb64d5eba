package org.geoanomaly.gam.pipeline.validation.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.formats.vtk.ImageData;
import org.geoanomaly.gam.formats.vtk.VtiReader;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.validation.Finding;

/** A model for ParaView: complete, with data and uncertainty whose values can be. */
final class ImageCheck {
    private ImageCheck() {}

    static List<Finding> check(String name, Path file) {
        try {
            ImageData image = VtiReader.read(file);
            List<Finding> findings = new ArrayList<>();
            for (String needed : List.of("data", "uncertainty")) {
                if (!image.fieldNames().contains(needed)) {
                    findings.add(Finding.error(name, "has no field '" + needed + "'"));
                }
            }
            for (String field : image.fieldNames()) {
                Values values = new Values();
                for (float value : image.values(field)) {
                    values.add(value);
                }
                findings.addAll(values.findings(name, field));
            }
            return findings;
        } catch (IOException | GamException e) {
            return List.of(Finding.error(name, "cannot be read: " + e.getMessage()));
        }
    }
}
