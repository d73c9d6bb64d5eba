package org.geoanomaly.gam.pipeline.visual.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.geoanomaly.gam.grid.array.FloatGrid;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.visual.map.SampleRegion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a reader opens them: from a disk, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private static final String PROBE = """
            const v = gamReport.volume;
            v.draw();
            const flat = document.createElement('canvas');
            flat.width = v.canvas.width;
            flat.height = v.canvas.height;
            const g = flat.getContext('2d');
            g.drawImage(v.canvas, 0, 0);
            const colors = new Set(new Uint32Array(g.getImageData(0, 0, flat.width, flat.height).data.buffer)).size;

            const m = gamReport.map;
            m.choose(1);
            m.read({x: m.x(LONGITUDE), y: m.y(LATITUDE)});
            const read = m.readout.textContent;

            const a = gamReport.data.anomalies[1];
            const box = m.canvas.getBoundingClientRect();
            const at = {pointerId: 1, bubbles: true, clientX: box.left + m.x(a.lon) + 3, clientY: box.top + m.y(a.lat)};
            m.canvas.setPointerCapture = () => {};
            m.canvas.dispatchEvent(new PointerEvent('pointerdown', at));
            m.canvas.dispatchEvent(new PointerEvent('pointerup', at));
            const chosen = m.details.querySelector('h3').textContent + ' ' + document.querySelector('tr.selected').dataset.id;

            const table = document.querySelector('table.anomalies');
            const head = [...table.tHead.rows[0].cells].find((c) => c.textContent === 'score');
            const ids = () => [...table.tBodies[0].rows].map((r) => r.dataset.id).join();
            head.querySelector('button').click();
            const up = ids();
            head.querySelector('button').click();
            answer([colors, read, chosen, up, ids() + ' ' + head.getAttribute('aria-sort')].join('|'));
            """;
    private static final int COLUMN = 36;
    private static final int ROW = 21;

    private Path folder = Path.of("");
    private Path typical = Path.of("");
    private HeadlessBrowser browser = new HeadlessBrowser(Path.of(""), Path.of(""));
    private FloatGrid data =
            FloatGrid.empty(new GridGeometry(Crs.WGS84, 0, 0, 1, 1, 1, 1, Registration.CELL), Unit.MILLIGAL);
    private List<String> answers = List.of();

    @BeforeAll
    void write_a_report_and_use_it(@TempDir Path shared) throws IOException, InterruptedException {
        Optional<Path> program = HeadlessBrowser.find();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("chromium is not installed");
        }
        Assumptions.assumeTrue(program.isPresent(), "chromium is not installed (apt install chromium)");
        folder = shared;
        browser = new HeadlessBrowser(program.orElseThrow(), shared);
        RegionResult result = SampleRegion.typical();
        data = Objects.requireNonNull(result.modalities().get(0).grid().layers().get("data"));
        typical = Reports.write(result, shared.resolve("typical"));
        String script = PROBE.replace(
                        "LONGITUDE", String.valueOf(data.geometry().x(COLUMN)))
                .replace("LATITUDE", String.valueOf(data.geometry().y(ROW)));
        answers = List.of(answer(typical, script).split("\\|", -1));
        assertThat(answers).as("of the script").hasSize(5);
    }

    @Test
    void opens_from_a_disk_without_a_complaint_or_a_request() throws IOException, InterruptedException {
        HeadlessBrowser.Visited page = browser.open(typical);
        assertThat(page.complaints()).isEmpty();
        assertThat(page.document()).contains("data-ready=\"yes\"", "data-requests=\"0\"");
        assertThat(page.document()).containsPattern("<canvas class=\"map\"[^>]* data-drawn=\"yes\"");
        assertThat(page.document()).containsPattern("<section[^>]* id=\"model\"[^>]* data-drawn=\"picture\"");
    }

    @Test
    void empty_result_and_missing_webgl_are_said() throws IOException, InterruptedException {
        Path file = Reports.write(SampleRegion.empty(), folder.resolve("empty"));
        HeadlessBrowser.Visited page = browser.open(file, "--disable-3d-apis");
        assertThat(page.document()).contains("This browser shows no WebGL 2", "data-ready=\"yes\"");
        assertThat(page.document()).contains("found no anomaly that stands out");
    }

    @Test
    void model_is_drawn_in_many_colours() {
        assertThat(Integer.parseInt(answers.get(0))).isGreaterThan(300);
    }

    @Test
    void pointer_reads_the_value_of_the_grid() {
        Matcher number = Pattern.compile(": ([0-9.−]+) mGal$").matcher(answers.get(1));
        assertThat(number.find()).as(answers.get(1)).isTrue();
        double value = Double.parseDouble(number.group(1).replace('−', '-'));
        // The text has three digits.
        double tolerance = 0.006 * Math.abs(value) + 0.01;
        assertThat(value).isCloseTo(data.get(COLUMN, ROW), Assertions.within(tolerance));
    }

    @Test
    void click_on_a_ring_shows_the_anomaly_everywhere() {
        assertThat(answers.get(2)).isEqualTo("A002 A002");
    }

    @Test
    void heads_of_the_table_sort_by_value() {
        assertThat(answers.get(3)).isEqualTo("A002,A003,A001");
        assertThat(answers.get(4)).isEqualTo("A001,A003,A002 descending");
    }

    @Test
    void bodies_of_both_signs_have_their_colours() throws IOException, InterruptedException {
        String counts = answer(typical, """
                const v = gamReport.volume;
                const flat = document.createElement('canvas');
                const count = (sign) => {
                  v.sliders.positive.value = sign > 0 ? 30 : 100;
                  v.sliders.negative.value = sign < 0 ? 30 : 100;
                  v.sliders.depth.value = -1;
                  v.draw();
                  flat.width = v.canvas.width;
                  flat.height = v.canvas.height;
                  const g = flat.getContext('2d', {willReadFrequently: true});
                  g.drawImage(v.canvas, 0, 0);
                  const data = g.getImageData(0, 0, flat.width, flat.height).data;
                  let [warm, cold] = [0, 0];
                  for (let i = 0; i < data.length; i += 4) {
                    warm += data[i] - data[i + 2] > 40;
                    cold += data[i + 2] - data[i] > 40;
                  }
                  return [warm, cold];
                };
                answer([...count(1), ...count(-1)].join());
                """);
        int[] pixels = java.util.Arrays.stream(counts.split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(pixels[0]).as("warm pixels of positive bodies").isGreaterThan(200);
        assertThat(pixels[1]).as("cold pixels of positive bodies").isLessThan(20);
        assertThat(pixels[2]).as("warm pixels of negative bodies").isLessThan(20);
        assertThat(pixels[3]).as("cold pixels of negative bodies").isGreaterThan(200);
    }

    @Test
    void property_and_uncertainty_can_be_chosen_and_fade() throws IOException, InterruptedException {
        String found = answer(typical, """
                const v = gamReport.volume;
                const names = v.models.map((m) => m.name);
                const other = names.findIndex((n) => n.endsWith(': uncertainty'));
                v.load(other);
                const off = v.sliders.positive.value;
                v.load(0);
                v.fade.checked = true;
                v.draw();
                answer([names.length > 3, other > 0, off, Number(v.sliders.positive.value) < 100, v.root.dataset.drawn].join());
                """);
        assertThat(found).isEqualTo("true,true,100,true,picture");
    }

    @Test
    void page_with_the_models_alone_opens_from_a_disk() throws IOException, InterruptedException {
        Path file = folder.resolve(ModelPage.write(SampleRegion.typical(), folder));
        HeadlessBrowser.Visited page = browser.open(file);
        assertThat(page.complaints()).isEmpty();
        assertThat(page.document()).contains("data-ready=\"yes\"", "data-requests=\"0\"");
        assertThat(page.document()).containsPattern("<section[^>]* id=\"model\"[^>]* data-drawn=\"picture\"");
    }

    @Test
    void accessibility_scan_has_no_serious_finding() throws IOException, InterruptedException {
        Path axe = Path.of(
                System.getProperty("gam.root", ".."), "gam-pipeline/src/test/node/node_modules/axe-core/axe.min.js");
        if (!Files.isRegularFile(axe) && "true".equals(System.getenv("CI"))) {
            Assertions.fail("axe-core is not installed");
        }
        Assumptions.assumeTrue(Files.isRegularFile(axe), "axe-core is not installed: run 'npm ci' in src/test/node");
        String found = answer(typical, Files.readString(axe).replace("</script", "<\\/script") + """
                ;axe.run(document, {resultTypes: ['violations']}).then((r) => answer('found: ' + r.violations
                    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
                    .map((v) => v.id + ' ' + v.nodes.map((n) => n.target).slice(0, 3).join(' '))
                    .join('; ')), (e) => answer(String(e)));
                """);
        assertThat(found).isEqualTo("found: ");
    }

    @Test
    void names_of_any_kind_stay_text() throws IOException, InterruptedException {
        Path hostile = Reports.write(SampleRegion.hostile(), folder.resolve("hostile"));
        String found = answer(hostile, """
                gamReport.selection.set(gamReport.data.anomalies[3].id);
                const pictures = [...document.images].filter((i) => !i.src.startsWith('data:image/png;base64,')).length;
                const links = [...document.links].filter((l) => !l.getAttribute('href').startsWith('#')).length;
                answer([window.alerts ?? 0, pictures, links, gamReport.errors.length, document.scripts.length].join());
                """);
        // The four scripts: data, program, and two of this test.
        assertThat(found).isEqualTo("0,0,0,0,4");
    }

    @Test
    void area_across_the_antimeridian_is_drawn() throws IOException, InterruptedException {
        Path file = Reports.write(SampleRegion.acrossTheAntimeridian(), folder.resolve("other"));
        HeadlessBrowser.Visited page = browser.open(file);
        assertThat(page.complaints()).isEmpty();
        assertThat(page.document()).contains("data-ready=\"yes\"");
    }

    /** What a script answers that is added to a copy of the page, whose policy would not let it run. */
    private String answer(Path page, String script) throws IOException, InterruptedException {
        String html = Files.readString(page);
        String open = html.replaceFirst(
                "<meta http-equiv=\"Content-Security-Policy\"[^>]*>",
                "<script>window.alert = () => (window.alerts = 1);</script>");
        String probe = "<script>const answer = (t) => (document.documentElement.dataset.answer = t);"
                + "setTimeout(() => { try {" + script + "} catch (e) { answer(e.stack); } }, 200);</script></body>";
        Path copy = folder.resolve("probe.html");
        Files.writeString(copy, open.replace("</body>", probe));
        HeadlessBrowser.Visited visited = browser.open(copy);
        assertThat(visited.complaints()).isEmpty();
        Matcher found = Pattern.compile("<html[^>]* data-answer=\"([^\"]*)\"").matcher(visited.document());
        assertThat(found.find()).as("the script answered").isTrue();
        return found.group(1);
    }
}
