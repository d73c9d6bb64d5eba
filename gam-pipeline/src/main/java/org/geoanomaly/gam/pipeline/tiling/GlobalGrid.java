package org.geoanomaly.gam.pipeline.tiling;

import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.grid.unit.Unit;

/** The 0.1° grid of the globe, EPSG:4326, geotransform (-180, 0.1, 0, 90, 0, -0.1), and its division into tiles. */
public final class GlobalGrid {
    public static final double CELL_DEGREES = 0.1;
    public static final int COLUMNS = 3600;
    public static final int ROWS = 1800;
    /** Cells along one side of a tile. */
    public static final int TILE_CELLS = 100;

    public static final GridGeometry GEOMETRY =
            new GridGeometry(Crs.WGS84, -180, 90, CELL_DEGREES, CELL_DEGREES, COLUMNS, ROWS, Registration.CELL);

    private GlobalGrid() {}

    /** Column of the tile's western cells. */
    public static int column(TileId tile) {
        return (tile.west() + 180) * 10;
    }

    /** Row of the tile's northern cells. */
    public static int row(TileId tile) {
        return (90 - tile.south() - TileId.DEGREES) * 10;
    }

    /** The tile's 100 x 100 cells, with exact corner coordinates. */
    public static GridGeometry geometry(TileId tile) {
        return new GridGeometry(
                Crs.WGS84,
                tile.west(),
                tile.south() + TileId.DEGREES,
                CELL_DEGREES,
                CELL_DEGREES,
                TILE_CELLS,
                TILE_CELLS,
                Registration.CELL);
    }

    /** A copy of the tile's cells out of a global grid. */
    public static FloatGrid cut(FloatGrid globe, TileId tile) {
        FloatGrid window = globe.window(column(tile), row(tile), TILE_CELLS, TILE_CELLS);
        return new FloatGrid(geometry(tile), globe.unit(), window.values());
    }

    /** Puts a tile's cells into a global grid. */
    public static void paste(FloatGrid tileValues, TileId tile, FloatGrid globe) {
        for (int r = 0; r < TILE_CELLS; r++) {
            System.arraycopy(
                    tileValues.values(),
                    r * TILE_CELLS,
                    globe.values(),
                    (row(tile) + r) * COLUMNS + column(tile),
                    TILE_CELLS);
        }
    }

    /** A globe of no-data. */
    public static FloatGrid empty(Unit unit) {
        return FloatGrid.empty(GEOMETRY, unit);
    }
}
