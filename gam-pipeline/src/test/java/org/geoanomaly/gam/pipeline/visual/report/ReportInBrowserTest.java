package org.geoanomaly.gam.pipeline.visual.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Reports as a reader opens them: from a disk, in a real browser; the tests are in {@code report.test.mjs}. */
class ReportInBrowserTest {
    private static final int COLUMN = 36;
    private static final int ROW = 21;

    @TestFactory
    Stream<DynamicTest> report(@TempDir Path folder) throws IOException, InterruptedException {
        NodeTests.assumeInstalled();
        RegionResult result = SampleRegion.typical();
        FloatGrid data = Objects.requireNonNull(
                result.modalities().get(0).grid().layers().get("data"));
        Map<String, Object> known = new TreeMap<>(Map.of(
                "lon", data.geometry().x(COLUMN),
                "lat", data.geometry().y(ROW),
                "value", data.get(COLUMN, ROW)));
        known.put("typical", Reports.write(result, folder.resolve("typical")).toString());
        known.put(
                "empty",
                Reports.write(SampleRegion.empty(), folder.resolve("empty")).toString());
        known.put(
                "hostile",
                Reports.write(SampleRegion.hostile(), folder.resolve("hostile")).toString());
        known.put(
                "antimeridian",
                Reports.write(SampleRegion.acrossTheAntimeridian(), folder.resolve("other"))
                        .toString());
        known.put("models", folder.resolve(ModelPage.write(result, folder)).toString());
        Path file = Files.write(folder.resolve("known.json"), new JsonMapper().writeValueAsBytes(known));
        return NodeTests.run("report.test.mjs", Map.of("GAM_KNOWN", file.toString()), folder);
    }
}
