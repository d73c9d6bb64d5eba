package org.geoanomaly.gam.pipeline.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geoanomaly.gam.formats.emag2.Emag2Column;
import org.geoanomaly.gam.formats.emag2.Emag2Csv;

/** EMAG2 version 3 as CSV; the column is UpCont unless the request names SeaLevel. */
final class Emag2Format implements FormatReader {
    @Override
    public GridRead read(Path file, GridRequest request) throws IOException {
        Emag2Column column = request.part().variable().map(Emag2Column::parse).orElse(Emag2Column.UP_CONT);
        Emag2Csv.Result result = Emag2Csv.read(file, column, request.threads());
        FactsBuilder facts = new FactsBuilder("EMAG2 v3 CSV")
                .quantity("total-field magnetic anomaly, " + column.label())
                .model("EMAG2 v3")
                .height(OptionalDouble.of(column.height()));
        if (result.ambiguous() > 0) {
            facts.note(result.ambiguous() + " cells have code 888, an ambiguous source; their values are kept");
        }
        long missing = result.grid().values().length - result.lines();
        if (missing > 0) {
            facts.note(missing + " cells of the globe are not in the file");
        }
        facts.unit(Optional.of(result.grid().unit()));
        return facts.build(result.grid(), request);
    }

    @Override
    public void describe(Path file, FileDescription.Builder description) {
        description.format("EMAG2 v3 CSV").field("columns", "i, j, LON, LAT, SeaLevel, UpCont, Code, Error");
    }
}
