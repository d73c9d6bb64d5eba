package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;
import org.geoanomaly.gam.geophysics.deformation.FaultPlane;
import org.geoanomaly.gam.geophysics.deformation.Okada;

/**
 * An Okada rectangle: easting and northing of its centre, depth of its upper edge, strike, dip, length and width (m, degrees), and those of slip
 * and opening that are not 0 by assumption, m.
 */
public record RectangleSource(boolean strikeSlip, boolean dipSlip, boolean opening) implements SourceShape {
    public RectangleSource {
        if (!strikeSlip && !dipSlip && !opening) {
            throw new IllegalArgumentException("a rectangle that neither slips nor opens moves nothing");
        }
    }

    @Override
    public List<String> places() {
        return List.of("easting", "northing", "top_depth", "strike", "dip", "length", "width");
    }

    @Override
    public List<String> strengths() {
        List<String> names = new ArrayList<>();
        if (strikeSlip) {
            names.add("strike_slip");
        }
        if (dipSlip) {
            names.add("dip_slip");
        }
        if (opening) {
            names.add("opening");
        }
        return names;
    }

    @Override
    public List<DeformationSource> units(double[] p, int from) {
        double dip = p[from + 4];
        double width = p[from + 6];
        double centre = p[from + 2] + 0.5 * width * Math.abs(Math.sin(Math.toRadians(dip)));
        FaultPlane plane = new FaultPlane(p[from], p[from + 1], centre, p[from + 3], dip, p[from + 5], width);
        List<DeformationSource> units = new ArrayList<>();
        if (strikeSlip) {
            units.add(new Okada(plane, 1.0, 0.0, 0.0));
        }
        if (dipSlip) {
            units.add(new Okada(plane, 0.0, 1.0, 0.0));
        }
        if (opening) {
            units.add(new Okada(plane, 0.0, 0.0, 1.0));
        }
        return units;
    }
}
