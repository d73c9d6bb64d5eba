package org.geoanomaly.gam.pipeline.mosaic;

import java.util.List;
import org.geoanomaly.gam.grid.geometry.TileId;
import org.geoanomaly.gam.pipeline.tiling.GlobalGrid;

/** A GDAL VRT of one layer: the whole 3600 x 1800 grid, each tile by a path relative to the VRT; absent tiles are no-data. */
public final class VrtMosaic {
    private static final String WGS84_WKT = "GEOGCS[&quot;WGS 84&quot;,DATUM[&quot;WGS_1984&quot;,SPHEROID[&quot;WGS"
            + " 84&quot;,6378137,298.257223563]],PRIMEM[&quot;Greenwich&quot;,0],UNIT[&quot;degree&quot;,0.0174532925199433],"
            + "AXIS[&quot;Latitude&quot;,NORTH],AXIS[&quot;Longitude&quot;,EAST],AUTHORITY[&quot;EPSG&quot;,&quot;4326&quot;]]";

    private VrtMosaic() {}

    /**
     * The VRT's text.
     *
     * @param tiles tiles that exist, in any order
     * @param unit the values' unit symbol
     * @param description what the values are
     * @param pathOf relative path from the VRT to a tile's file
     */
    public static String of(List<TileId> tiles, String unit, String description, PathOf pathOf) {
        StringBuilder xml = new StringBuilder(400 + 420 * tiles.size());
        xml.append(
                "<VRTDataset rasterXSize=\"%d\" rasterYSize=\"%d\">\n".formatted(GlobalGrid.COLUMNS, GlobalGrid.ROWS));
        xml.append("  <SRS dataAxisToSRSAxisMapping=\"2,1\">").append(WGS84_WKT).append("</SRS>\n");
        xml.append("  <GeoTransform>-180, 0.1, 0, 90, 0, -0.1</GeoTransform>\n");
        xml.append("  <VRTRasterBand dataType=\"Float32\" band=\"1\">\n");
        xml.append("    <Description>").append(escape(description)).append("</Description>\n");
        xml.append("    <UnitType>").append(escape(unit)).append("</UnitType>\n");
        xml.append("    <NoDataValue>nan</NoDataValue>\n");
        tiles.stream().sorted().forEach(tile -> source(xml, tile, pathOf.path(tile)));
        xml.append("  </VRTRasterBand>\n</VRTDataset>\n");
        return xml.toString();
    }

    private static void source(StringBuilder xml, TileId tile, String path) {
        int n = GlobalGrid.TILE_CELLS;
        xml.append("    <ComplexSource>\n      <SourceFilename relativeToVRT=\"1\">")
                .append(escape(path))
                .append("</SourceFilename>\n      <SourceBand>1</SourceBand>\n      <SourceProperties RasterXSize=\"")
                .append(n)
                .append("\" RasterYSize=\"")
                .append(n)
                .append(
                        "\" DataType=\"Float32\" BlockXSize=\"512\" BlockYSize=\"512\"/>\n      <SrcRect xOff=\"0\" yOff=\"0\" xSize=\"")
                .append(n)
                .append("\" ySize=\"")
                .append(n)
                .append("\"/>\n      <DstRect xOff=\"")
                .append(GlobalGrid.column(tile))
                .append("\" yOff=\"")
                .append(GlobalGrid.row(tile))
                .append("\" xSize=\"")
                .append(n)
                .append("\" ySize=\"")
                .append(n)
                .append("\"/>\n      <NODATA>nan</NODATA>\n    </ComplexSource>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Where a tile's file is, seen from the VRT. */
    @FunctionalInterface
    public interface PathOf {
        String path(TileId tile);
    }
}
