package org.geoanomaly.gam.pipeline.validation.region;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.formats.netcdf.NetcdfGrid;
import org.geoanomaly.gam.formats.netcdf.NetcdfSelection;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.formats.tiff.SampleType;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.layout.RegionPaths;
import org.geoanomaly.gam.pipeline.validation.Finding;

/** A map: a cloud-optimised GeoTIFF of float32 in EPSG:4326, its values those of the NetCDF file beside it. */
final class MapCheck {
    private final RegionPaths paths;

    MapCheck(RegionPaths paths) {
        this.paths = paths;
    }

    List<Finding> check(String name, Path file) {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            List<Finding> findings = new ArrayList<>();
            header(name, tiff.header(), findings);
            FloatGrid grid = tiff.read(Unit.DIMENSIONLESS);
            Values values = new Values();
            for (float value : grid.values()) {
                values.add(value);
            }
            String layer = layer(file);
            findings.addAll(values.findings(name, layer));
            same(name, file, layer, grid, findings);
            return findings;
        } catch (IOException | GamException e) {
            return List.of(Finding.error(name, "cannot be read: " + e.getMessage()));
        }
    }

    private static void header(String name, GeoTiffHeader header, List<Finding> findings) {
        if (!header.isCloudOptimized() || !header.structure().ghostArea().contains("LAYOUT=IFDS_BEFORE_DATA")) {
            findings.add(Finding.error(name, "does not have the layout of a cloud-optimised GeoTIFF"));
        }
        if (header.layout().sampleType() != SampleType.FLOAT32
                || header.layout().bands() != 1) {
            findings.add(Finding.error(name, "is not one band of float32"));
        }
        if (!header.crs().map(Crs.WGS84::equals).orElse(false)) {
            findings.add(Finding.error(name, "is not in EPSG:4326"));
        }
        if (!header.noData().map(n -> n.equalsIgnoreCase("nan")).orElse(false)) {
            findings.add(Finding.error(name, "does not name NaN as its no-data value"));
        }
    }

    /** The part of the name after the last underscore: of a gridded modality the layer. */
    private static String layer(Path file) {
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.tif$", "");
        return stem.substring(stem.lastIndexOf('_') + 1);
    }

    private void same(String name, Path file, String layer, FloatGrid grid, List<Finding> findings) throws IOException {
        String stem = String.valueOf(file.getFileName()).replaceFirst("_[^_]*\\.tif$", "");
        Path netcdf = paths.grid(stem);
        if (!Files.isRegularFile(netcdf)) {
            return;
        }
        try (NetcdfGrid other = NetcdfGrid.open(netcdf)) {
            if (!Arrays.equals(other.read(NetcdfSelection.of(layer)).values(), grid.values())) {
                findings.add(Finding.error(name, "has other values than " + layer + " in " + paths.relative(netcdf)));
            }
        }
    }
}
