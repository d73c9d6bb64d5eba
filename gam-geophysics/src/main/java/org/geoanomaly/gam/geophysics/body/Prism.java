package org.geoanomaly.gam.geophysics.body;

import org.geoanomaly.gam.geophysics.prism.PrismIntegrals;

/** A right rectangular prism with sides along east, north and up; metres, heights positive up. */
public record Prism(double west, double east, double south, double north, double bottom, double top) implements Shape {
    public Prism {
        requireOrder("west", west, "east", east);
        requireOrder("south", south, "north", north);
        requireOrder("bottom", bottom, "top", top);
    }

    @Override
    public void addIntegrals(double easting, double northing, double height, double factor, double[] out) {
        double[] box = {
            west - easting,
            south - northing,
            bottom - height,
            east - easting,
            north - northing,
            top - height,
            east - west,
            north - south,
            top - bottom
        };
        PrismIntegrals.add(box, factor, out);
    }

    @Override
    public boolean contains(double easting, double northing, double height) {
        return easting > west
                && easting < east
                && northing > south
                && northing < north
                && height > bottom
                && height < top;
    }

    @Override
    public double volume() {
        return (east - west) * (north - south) * (top - bottom);
    }

    private static void requireOrder(String lowerName, double lower, String upperName, double upper) {
        if (!(lower < upper) || !Double.isFinite(upper - lower)) {
            throw new IllegalArgumentException("a prism needs " + lowerName + " < " + upperName + ", got " + lowerName
                    + " = " + lower + " and " + upperName + " = " + upper);
        }
    }
}
