package org.geoanomaly.gam.pipeline.visual.map;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.pipeline.config.SectionLine;
import org.geoanomaly.gam.pipeline.visual.sheet.Ticks;

/** A line that is straight in longitude and latitude, as on an equirectangular map. Places on it are shares from 0 at its beginning to 1. */
final class LinePath {
    private final double lat0;
    private final double lat1;
    private final double lon0;
    private final double lon1;
    private final double eastMetres;
    private final double northMetres;

    /** The line in the turn of longitudes that an extent has; the shorter way around the Earth. */
    LinePath(SectionLine line, Extent extent) {
        this.lat0 = line.fromLat();
        this.lat1 = line.toLat();
        double span = line.toLon() - line.fromLon();
        span -= 360 * Math.rint(span / 360);
        double middle = line.fromLon() + span / 2;
        double turned = extent.near(middle) - middle;
        this.lon0 = line.fromLon() + turned;
        this.lon1 = lon0 + span;
        double latitude = 0.5 * (lat0 + lat1);
        this.eastMetres = Extent.metresPerDegreeEast(latitude);
        this.northMetres = Extent.metresPerDegreeNorth(latitude);
    }

    double lat(double share) {
        return lat0 + share * (lat1 - lat0);
    }

    double lon(double share) {
        return lon0 + share * (lon1 - lon0);
    }

    /** Length on the ground. */
    double metres() {
        return Math.hypot((lon1 - lon0) * eastMetres, (lat1 - lat0) * northMetres);
    }

    String place(double share) {
        return Ticks.latitude(lat(share), 0.01) + " " + Ticks.longitude(lon(share), 0.01);
    }

    /** Values at the middles of equal parts, bilinear over valid cells; NaN in cells without a value and outside. */
    double[] sample(FloatGrid grid, int parts) {
        double[] out = new double[parts];
        for (int i = 0; i < parts; i++) {
            double share = (i + 0.5) / parts;
            out[i] = at(grid, lon(share), lat(share));
        }
        return out;
    }

    private static double at(FloatGrid grid, double lon, double lat) {
        GridGeometry g = grid.geometry();
        double u = (lon - g.west()) / g.dx() - 0.5;
        double v = (g.north() - lat) / g.dy() - 0.5;
        int column = (int) Math.floor(u + 0.5);
        int row = (int) Math.floor(v + 0.5);
        boolean inside = column >= 0 && column < g.columns() && row >= 0 && row < g.rows();
        if (!inside || Float.isNaN(grid.get(column, row))) {
            return Double.NaN;
        }
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            int c = (int) Math.floor(u) + (corner & 1);
            int r = (int) Math.floor(v) + (corner >> 1);
            double weight = (1 - Math.abs(u - c)) * (1 - Math.abs(v - r));
            if (c >= 0 && c < g.columns() && r >= 0 && r < g.rows() && !Float.isNaN(grid.get(c, r))) {
                sum += weight * grid.get(c, r);
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : Double.NaN;
    }

    /** The share of the line that is nearest to a place, beyond its ends too, and how many metres lie between. */
    double[] nearest(double lat, double lon) {
        double turned = lon - 360 * Math.rint((lon - 0.5 * (lon0 + lon1)) / 360);
        double x = (turned - lon0) * eastMetres;
        double y = (lat - lat0) * northMetres;
        double dx = (lon1 - lon0) * eastMetres;
        double dy = (lat1 - lat0) * northMetres;
        double share = (x * dx + y * dy) / (dx * dx + dy * dy);
        return new double[] {share, Math.hypot(x - share * dx, y - share * dy)};
    }
}
