package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.Mogi;

/** A Mogi source: easting, northing and depth, m, and the change of volume, m³. */
public record PointSource() implements SourceShape {
    @Override
    public List<String> places() {
        return List.of("easting", "northing", "depth");
    }

    @Override
    public List<String> strengths() {
        return List.of("volume_change");
    }

    @Override
    public List<DeformationSource> units(double[] p, int from) {
        return List.of(new Mogi(p[from], p[from + 1], p[from + 2], 1.0));
    }
}
