package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.geoanomaly.gam.formats.icgem.IcgemGrid;
import org.geoanomaly.gam.formats.icgem.IcgemHeader;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.GridGeometry;

/** Grids of the ICGEM calculation service. */
final class IcgemFormat implements FormatReader {
    @Override
    public GridRead read(Path file, GridRequest request) throws IOException {
        IcgemGrid icgem = IcgemGrid.open(file);
        IcgemHeader header = icgem.header();
        Optional<String> heights = header.heightColumn()
                .filter(column -> request.part()
                        .variable()
                        .filter(v -> v.equals(GridRequest.HEIGHTS) || v.equals(column))
                        .isPresent());
        FactsBuilder facts = new FactsBuilder("ICGEM grid (.gdf)")
                .quantity(heights.orElse(header.functional()))
                .model(header.model())
                .height(header.heightOverEllipsoid());
        if (header.centrifugalTermIncluded()) {
            facts.note("the centrifugal term is included");
        }
        header.maxUsedDegree().ifPresent(d -> facts.note("degrees up to " + d + " were used"));
        if (!header.tideSystem().isEmpty()) {
            facts.note("tide system " + header.tideSystem());
        }
        FloatGrid grid = heights.isPresent()
                ? icgem.readHeights(request.threads())
                : icgem.read(request.stated().unit(), false, request.threads());
        if (request.stated().crs().isPresent()) {
            GridGeometry g = grid.geometry();
            grid = new FloatGrid(
                    new GridGeometry(
                            request.stated().crs().get(),
                            g.west(),
                            g.north(),
                            g.dx(),
                            g.dy(),
                            g.columns(),
                            g.rows(),
                            g.registration()),
                    grid.unit(),
                    grid.values());
        }
        facts.unit(Optional.of(grid.unit()));
        return facts.build(grid, request);
    }

    @Override
    public void describe(Path file, FileDescription.Builder description) throws IOException {
        IcgemHeader header = IcgemGrid.open(file).header();
        description.format("ICGEM grid (.gdf)");
        header.keys().forEach(k -> description.field(k.name(), k.value()));
    }
}
