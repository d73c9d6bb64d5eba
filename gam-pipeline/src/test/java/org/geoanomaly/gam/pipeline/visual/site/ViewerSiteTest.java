package org.geoanomaly.gam.pipeline.visual.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.webtile.WebTileDescription;
import org.geoanomaly.gam.pipeline.webtile.WebTileOptions;
import org.geoanomaly.gam.pipeline.webtile.WebTilePyramid;
import org.geoanomaly.gam.pipeline.webtile.WebTileScale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ViewerSiteTest {
    private final Path folder;
    private final Path archive;
    private final Path site;

    ViewerSiteTest(@TempDir Path folder) {
        this.folder = folder;
        archive = folder.resolve("fused.pmtiles");
        site = folder.resolve("site");
        GridGeometry geometry = new GridGeometry(Crs.WGS84, -180, 90, 10, 10, 36, 18, Registration.CELL);
        float[] values = new float[geometry.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 - 3;
        }
        WebTilePyramid.write(
                new FloatGrid(geometry, Unit.DIMENSIONLESS, values),
                archive,
                new WebTileDescription("fused", "", "", "1.0.0", List.of(), true),
                new WebTileOptions(0, 1, 1, 1, WebTileScale.FUSED_Z),
                ProgressListener.SILENT);
    }

    @Test
    void same_configuration_gives_the_same_bytes_and_touches_nothing() throws IOException {
        ViewerSite.write(site, config(null, "t"));
        Map<String, String> first = content(site);
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
        ViewerSite.write(site, config(null, "t"));
        assertThat(content(site)).isEqualTo(first);
        try (Stream<Path> files = Files.walk(site)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> time(file).equals(old));
        }
    }

    @Test
    void every_file_the_page_names_is_there_and_none_is_elsewhere() throws IOException {
        Path page = ViewerSite.write(site, config(null, "t"));
        Matcher names = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(Files.readString(page));
        int count = 0;
        while (names.find()) {
            assertThat(site.resolve(names.group(1))).isRegularFile();
            count++;
        }
        assertThat(count).isGreaterThan(15);
        assertThat(Files.readString(page)).doesNotContain("http:", "https:", "//cdn");
    }

    @Test
    void assets_are_all_listed() throws IOException, URISyntaxException {
        Path resources = Path.of(Objects.requireNonNull(SiteAssets.class.getResource("index.html"))
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.walk(resources)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> resources.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".class"))
                    .toList();
            assertThat(SiteAssets.NAMES).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void configuration_carries_the_scale_the_run_and_the_archive_is_not_doubled() throws IOException {
        ViewerSite.write(site, config(null, "</script><b>"));
        byte[] json = Files.readAllBytes(site.resolve("data/config.json"));
        JsonNode root = JsonProduct.mapper().readTree(json);
        assertThat(root.at("/layers/0/archive/file").asString("")).isEqualTo("fused.pmtiles");
        assertThat(root.at("/layers/0/archive/scale").asDouble()).isEqualTo(12.0 / 255);
        assertThat(root.at("/layers/0/archive/offset").asDouble()).isEqualTo(-6);
        assertThat(root.at("/layers/0/unit").asString("")).isEqualTo("z");
        assertThat(root.at("/run/synthetic").asBoolean()).isTrue();
        assertThat(root.at("/ramps/vik")).hasSize(65);
        assertThat(root.at("/title").asString("")).isEqualTo("</script><b>");
        String script = Files.readString(site.resolve("data/config.js"));
        assertThat(script).isEqualTo("window.GAM_CONFIG = " + new String(json, StandardCharsets.UTF_8).strip() + ";\n");
        assertThat(Files.isSameFile(archive, site.resolve("data/fused.pmtiles")))
                .isTrue();
    }

    @Test
    void anomalies_come_and_go_with_the_configuration() throws IOException {
        Path anomalies =
                Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        ViewerSite.write(site, config(anomalies, "t"));
        assertThat(site.resolve("data/anomalies.geojson")).hasSameTextualContentAs(anomalies);
        assertThat(Files.readString(site.resolve("data/config.json"))).contains("\"anomalies\": \"anomalies.geojson\"");
        ViewerSite.write(site, config(null, "t"));
        assertThat(site.resolve("data/anomalies.geojson")).doesNotExist();
    }

    @Test
    void missing_archive_or_broken_description_is_one_clear_error() throws IOException {
        assertThatThrownBy(() -> SiteArchive.read(folder.resolve("none.pmtiles")))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("none.pmtiles");
        SiteConfig config = config(null, "t");
        Files.writeString(WebTilePyramid.metadataFile(archive), "{\"name\": ");
        assertThatThrownBy(() -> SiteArchive.read(archive)).isInstanceOf(DataFormatException.class);
        Files.delete(archive);
        assertThatThrownBy(() -> ViewerSite.write(site, config)).isInstanceOf(DataFormatException.class);
        assertThat(site.resolve("index.html")).doesNotExist();
    }

    private SiteConfig config(@Nullable Path anomalies, String title) {
        return new SiteConfig(
                title,
                SiteAbout.FUSED_INDEX,
                new SiteRun("r1", Instant.parse("2026-01-02T03:04:05Z"), "0.1.0", true),
                List.of(new SiteLayer("fused", "Fused", "fused index", "z", SiteArchive.read(archive), 6)),
                List.of(new SiteSource("mag", "s", "2′", "CC0", "", "", "")),
                List.of(new StrongCell(1, 2, 3)),
                SiteTiles.NONE,
                anomalies,
                SiteLinks.OF_A_GLOBAL_RUN,
                "CC-BY-4.0");
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
