package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.ingest.insar.SceneFiles.Role;
import org.jspecify.annotations.Nullable;

/** Finds out where the satellite was: from files of the vector, of angles, from the configuration, from tags of the product. */
final class Looks {
    private static final double HALF_CIRCLE = Math.PI / 2 + 1e-6;

    private final SceneRead read;
    private final List<String> notes;

    Looks(SceneRead read, List<String> notes) {
        this.read = read;
        this.notes = notes;
    }

    /**
     * The direction of a scene.
     *
     * @param tags of the product; PyRate writes INCIDENCE_DEGREES and HEADING_DEGREES
     * @throws ConfigurationException if nobody says
     */
    Look of(Map<String, String> tags) throws IOException {
        Path east = read.files().find(Role.LOS_EAST);
        Path north = read.files().find(Role.LOS_NORTH);
        if (east != null) {
            return parts(east, north, read.files().find(Role.LOS_UP));
        }
        Path theta = read.files().find(Role.LV_THETA);
        Path phi = read.files().find(Role.LV_PHI);
        if (theta != null && phi != null) {
            return new Look.Elevation(layer(theta, 0), layer(phi, 0));
        }
        return angles(tags);
    }

    private Look parts(Path east, @Nullable Path north, @Nullable Path up) throws IOException {
        if (north != null) {
            return new Look.Parts(layer(east, 0), layer(north, 0), up == null ? null : layer(up, 0));
        }
        int bands = 0;
        if (InsarFormat.isTiff(east)) {
            try (GeoTiff tiff = GeoTiff.open(east)) {
                bands = tiff.header().layout().bands();
            }
        }
        if (bands != 3) {
            throw new ConfigurationException(
                    "data.sources.insar: los_east is given for " + read.name() + ", and los_north is not",
                    "name los_north too, or one GeoTIFF with the bands east, north and up as los_east",
                    null);
        }
        return new Look.Parts(layer(east, 0), layer(east, 1), layer(east, 2));
    }

    private Look angles(Map<String, String> tags) throws IOException {
        SourceSpec.Scene scene = read.scene();
        Path product = read.files().product();
        Double heading =
                scene.heading() != null ? scene.heading() : RasterReader.number(tags, "HEADING_DEGREES", product);
        Path file = read.files().find(Role.INCIDENCE);
        Double incidence =
                scene.incidence() != null ? scene.incidence() : RasterReader.number(tags, "INCIDENCE_DEGREES", product);
        if (heading == null || (incidence == null && file == null)) {
            throw new ConfigurationException(
                    "nobody says from where the satellite looked at " + read.name() + ": "
                            + (heading == null ? "the heading of its flight" : "the incidence angle") + " is missing",
                    "give data.sources.insar.incidence and heading in degrees, or files: los_east and los_north,"
                            + " or lv_theta and lv_phi",
                    null);
        }
        if (incidence != null && !(incidence >= 0 && incidence < 90)) {
            throw new DataFormatException(product, "states an incidence angle of " + incidence + " degrees");
        }
        Layer layer = file == null ? null : layer(file, 0);
        boolean radians = layer != null && layer.largest() <= HALF_CIRCLE;
        notes.add(String.format(
                Locale.ROOT,
                "%s: line of sight from a heading of %.2f degrees and %s",
                read.name(),
                heading,
                layer == null
                        ? String.format(Locale.ROOT, "an incidence of %.2f degrees", incidence)
                        : "incidence angles"));
        return new Look.Angles(incidence == null ? Double.NaN : incidence, layer, radians, heading);
    }

    private Layer layer(Path path, int band) throws IOException {
        Optional<Layer> layer =
                InsarFormat.isTiff(path) ? Layer.tiff(path, band, read.area()) : Layer.any(path, read.area());
        return layer.orElseThrow(
                () -> new DataFormatException(path, "does not reach the area, so the line of sight is unknown there"));
    }
}
