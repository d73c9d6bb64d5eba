package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.geoanomaly.gam.formats.tiff.BandInfo;
import org.geoanomaly.gam.formats.tiff.GeoTiff;
import org.geoanomaly.gam.formats.tiff.GeoTiffHeader;
import org.geoanomaly.gam.formats.tiff.Georeference.Transform;
import org.geoanomaly.gam.formats.tiff.ReadRequest;
import org.geoanomaly.gam.grid.array.BandedGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;

/** GeoTIFF and COG. A file that states no reference system but spans degrees is taken as WGS84 longitude and latitude. */
final class GeoTiffFormat implements FormatReader {
    @Override
    public GridRead read(Path file, GridRequest request) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            Plan plan = plan(tiff, file, request);
            return open(BandedGrid.of(tiff.read(plan.wanted())), plan, request).readAll();
        }
    }

    @Override
    public <T> T banded(Path file, GridRequest request, Function<BandedRead, T> use) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            Plan plan = plan(tiff, file, request);
            return use.apply(open(tiff.bands(plan.wanted(), GridFile.BAND_BYTES), plan, request));
        }
    }

    private record Plan(ReadRequest wanted, FactsBuilder facts) {}

    private static OpenGrid open(BandedGrid bands, Plan plan, GridRequest request) {
        return new OpenGrid(
                bands,
                values -> LiteralVoids.blank(values, request.stated().noData()),
                (blanked, voids) -> plan.facts().facts(bands, request, note(blanked), voids));
    }

    private static Optional<String> note(long literal) {
        return literal == 0
                ? Optional.empty()
                : Optional.of(literal + " cells hold a number that means no-data although the file does not say so");
    }

    private static Plan plan(GeoTiff tiff, Path file, GridRequest request) {
        GeoTiffHeader header = tiff.header();
        int band = request.part().index().orElse(0);
        if (band < 0 || band >= header.bands().size()) {
            throw new DataFormatException(
                    file,
                    "has no band " + band + ": its bands are 0 to "
                            + (header.bands().size() - 1));
        }
        FactsBuilder facts = new FactsBuilder(header.isCloudOptimized() ? "COG" : "GeoTIFF");
        BandInfo info = header.bands().get(band);
        boolean emag2 = LiteralVoids.mentionsEmag2(file.getFileName() + " " + info.description());
        Unit unit = facts.unit(request.stated()
                .unit()
                .or(() -> info.unit().isBlank() ? Optional.empty() : Unit.parse(info.unit()))
                .or(() -> emag2 ? Optional.of(Unit.NANOTESLA) : Optional.empty()));
        ReadRequest wanted = ReadRequest.of(unit).withBand(band).withThreads(request.threads());
        Optional<Crs> crs = request.stated().crs();
        if (crs.isEmpty() && header.crs().isEmpty() && spansDegrees(header)) {
            facts.note("the file states no reference system; its extent fits degrees, so WGS84 is assumed");
            crs = Optional.of(Crs.WGS84);
        }
        if (crs.isPresent()) {
            wanted = wanted.withCrs(crs.get());
        }
        if (emag2) {
            boolean seaLevel =
                    file.getFileName().toString().toLowerCase(Locale.ROOT).contains("sealevel");
            facts.quantity("total-field magnetic anomaly")
                    .model("EMAG2")
                    .height(OptionalDouble.of(seaLevel ? 0 : 4000));
        } else {
            facts.quantity(info.description());
        }
        return new Plan(wanted, facts);
    }

    @Override
    public void describe(Path file, FileDescription.Builder description) throws IOException {
        try (GeoTiff tiff = GeoTiff.open(file)) {
            GeoTiffHeader header = tiff.header();
            description
                    .format(header.isCloudOptimized() ? "COG" : "GeoTIFF")
                    .field(
                            "size",
                            header.width() + " x " + header.height() + " cells, "
                                    + header.bands().size() + " bands")
                    .field("sample type", header.layout().sampleType().toString())
                    .field("compression", header.layout().compression().toString())
                    .field("overviews", Integer.toString(header.overviews().size()))
                    .field("reference system", header.crs().map(Crs::id).orElse("not stated"))
                    .field("no-data", header.noData().orElse("not stated"));
            if (!header.refusal().isEmpty()) {
                description.problem(header.refusal());
            }
            if (header.georeference().transform().isEmpty()) {
                description.problem(header.georeference().problem());
            }
            header.metadata().forEach(description::field);
        }
    }

    private static boolean spansDegrees(GeoTiffHeader header) {
        Optional<Transform> transform = header.georeference().transform();
        if (transform.isEmpty()) {
            return false;
        }
        Transform t = transform.get();
        double width = header.width() * t.dx();
        double height = header.height() * t.dy();
        boolean inside = t.north() <= 91 && t.north() - height >= -91 && t.west() >= -181 && t.west() + width <= 541;
        return inside && width <= 362 && (width > 2 || height > 2 || t.dx() < 0.2);
    }
}
