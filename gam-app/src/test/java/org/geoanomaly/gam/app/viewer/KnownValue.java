package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.layout.GlobalPaths;
import org.geoanomaly.gam.pipeline.layout.Layer;

/**
 * What the grid says at the centre of a cell.
 *
 * @param value NaN for no data
 */
record KnownValue(double lon, double lat, float value) {
    /** Towards the poles a pixel is as good, but the map cannot be pointed at. */
    private static final double HIGHEST_LATITUDE = 75;

    /** Cell centres of the sample product, and one place in its hole. */
    static List<KnownValue> ofSample(int count) {
        Random random = new Random(7);
        List<KnownValue> values = new ArrayList<>(List.of(at(19.55, -13.45)));
        while (values.size() < count) {
            double lon = Math.floor(random.nextDouble(-1800, 1800)) / 10 + 0.05;
            double lat = Math.floor(random.nextDouble(-750, 750)) / 10 + 0.05;
            values.add(at(lon, lat));
        }
        return values;
    }

    private static KnownValue at(double lon, double lat) {
        return new KnownValue(lon, lat, SampleProduct.value(lon, lat));
    }

    /** Cell centres of the fused COGs of a product, a few of each of some tiles. */
    static List<KnownValue> ofCogs(Path root, int count) {
        Path folder = root.resolve("cog/fused/z0p1d/tiles");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tiles =
                    files.filter(f -> f.toString().endsWith(".tif")).sorted().toList();
            Random random = new Random(7);
            List<KnownValue> values = new ArrayList<>();
            for (int tries = 0; values.size() < count && tries < 100 * count; tries++) {
                KnownValue value = randomCell(tiles.get(random.nextInt(tiles.size())), random);
                if (Math.abs(value.lat()) < HIGHEST_LATITUDE) {
                    values.add(value);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of the fused COG at a place; NaN for no data. */
    static float ofCog(Path root, double lon, double lat) {
        TileId tile = new TileId((int) Math.floor(lat / 10) * 10, (int) Math.floor(lon / 10) * 10);
        try (GeoTiff tiff = GeoTiff.open(new GlobalPaths(root).cog(Layer.FUSED, tile))) {
            FloatGrid grid = tiff.read(Unit.DIMENSIONLESS);
            GridGeometry g = grid.geometry();
            return grid.get((int) Math.floor((lon - g.west()) / g.dx()), (int) Math.floor((g.north() - lat) / g.dy()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownValue randomCell(Path tile, Random random) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(tile)) {
            FloatGrid grid = tiff.read(Unit.DIMENSIONLESS);
            GridGeometry g = grid.geometry();
            int column = random.nextInt(g.columns());
            int row = random.nextInt(g.rows());
            return new KnownValue(g.x(column), g.y(row), grid.get(column, row));
        }
    }
}
