package org.geoanomaly.gam.pipeline.ingest;

import java.util.Locale;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.spi.DataRequest;

/** Boxes in words, and what to say when the data lie in another one. */
public final class Areas {
    private Areas() {}

    public static String words(double south, double north, double west, double east) {
        return String.format(
                Locale.ROOT,
                "south %s, north %s, west %s, east %s",
                plain(south),
                plain(north),
                plain(west),
                plain(east));
    }

    private static String plain(double degrees) {
        double rounded = Math.rint(degrees * 1e4) / 1e4 + 0.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Nothing of the data lies in the area. */
    public static DataFetchException outside(DataRequest request, String name, String extent) {
        BoundingBox a = request.area();
        return new DataFetchException(
                "the " + request.modality() + " data of " + name + " lie elsewhere: they cover " + extent
                        + ", and wanted is " + words(a.south(), a.north(), a.west(), a.east()),
                "move data.bbox (order: south, north, west, east), or choose another source for data.sources."
                        + request.modality(),
                null);
    }

    /** The data reach into the area but hold nothing there. */
    public static DataFetchException empty(DataRequest request, String name, String what) {
        BoundingBox a = request.area();
        return new DataFetchException(
                "the " + request.modality() + " data of " + name + " hold " + what + " in the area wanted, "
                        + words(a.south(), a.north(), a.west(), a.east()),
                "move data.bbox, choose another source for data.sources." + request.modality()
                        + ", or leave this modality out",
                null);
    }
}
