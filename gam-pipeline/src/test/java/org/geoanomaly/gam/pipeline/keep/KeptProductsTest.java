package org.geoanomaly.gam.pipeline.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.geoanomaly.gam.geophysics.inversion.InversionStep;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.data.FittedSource;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.Lattice;
import org.geoanomaly.gam.pipeline.data.ModelFit;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products come back as they were, and what cannot be used is made again. */
class KeptProductsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final RegularMesh MESH =
            RegularMesh.of(new double[] {-1.5, 2.25, 300}, 2, 1, new double[] {10, 20}, new double[] {1, 2.5, 4});

    @TempDir
    private Path directory;

    private final AtomicInteger made = new AtomicInteger();
    private KeptProducts kept = new KeptProducts(Path.of("."), false, ProgressListener.SILENT);

    @BeforeEach
    void open() {
        kept = new KeptProducts(directory, false, ProgressListener.SILENT);
    }

    private static FusedModel fused() {
        return new FusedModel(
                MESH,
                new float[] {1, -2, Float.NaN, 4, 5, 6},
                new float[] {.1f, .2f, Float.NaN, .4f, .5f, .6f},
                Map.of("gravity", new float[] {1, -2, Float.NaN, 4, 5, 6}),
                List.of("a note, with \"quotes\" and µ"));
    }

    private FusedModel get(String key) throws InterruptedException {
        return kept.get("fuse", "r00c00", key, new FusedModelCodec(), () -> {
            made.incrementAndGet();
            return fused();
        });
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void a_fused_model_comes_back_as_it_was_and_is_made_once() throws Exception {
        get(KEY);
        FusedModel again = get(KEY);
        assertThat(made).hasValue(1);
        assertThat(again.score()).containsExactly(fused().score());
        assertThat(again.deviation()).containsExactly(fused().deviation());
        assertThat(again.contributions().get("gravity")).containsExactly(fused().score());
        assertThat(again.notes()).isEqualTo(fused().notes());
        assertThat(again.mesh().west(2)).isEqualTo(MESH.west(2));
        assertThat(again.mesh().depth(3)).isEqualTo(MESH.depth(3));
        assertThat(again.mesh().top()).isEqualTo(300);
    }

    @Test
    void another_key_makes_another_product_and_what_was_not_asked_for_is_pruned() throws Exception {
        get(KEY);
        kept = new KeptProducts(directory, false, ProgressListener.SILENT);
        get("f" + KEY.substring(1));
        assertThat(made).hasValue(2);
        kept.prune();
        assertThat(only().getFileName().toString()).startsWith("r00c00-f123");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void a_damaged_product_is_made_again() throws Exception {
        get(KEY);
        byte[] bytes = Files.readAllBytes(only());
        for (int at = 100; at < bytes.length; at += 401) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(only(), damaged);
            assertThat(get(KEY).score()).as("byte %s", at).containsExactly(fused().score());
        }
        Files.write(only(), new byte[0]);
        assertThat(get(KEY).score()).containsExactly(fused().score());
        assertThat(made.get()).isGreaterThan(1);
    }

    @Test
    void a_product_of_another_kind_is_made_again() throws Exception {
        get(KEY);
        HdfArrays.builder("{}").add("score", new float[] {1}).write(only());
        assertThat(get(KEY).score()).containsExactly(fused().score());
        assertThat(made).hasValue(2);
    }

    @Test
    void a_fresh_run_makes_everything_again() throws Exception {
        get(KEY);
        kept = new KeptProducts(directory, true, ProgressListener.SILENT);
        get(KEY);
        assertThat(made).hasValue(2);
    }

    @Test
    void observations_come_back_with_lattice_and_further_columns() {
        Observations observations = new Observations(
                new double[] {1, 2},
                new double[] {3, 4},
                new double[] {5, 6},
                new double[] {7, 8},
                new double[] {.1, .2},
                Map.of("azimuth", new double[] {90, 180}));
        float[] values = {1, Float.NaN};
        ProcessedData data = new ProcessedData(
                "magnetic",
                "total_field_anomaly",
                Unit.NANOTESLA,
                observations,
                new Lattice(new double[] {1, 3}, 10, 2, 1, values, new float[] {.1f, Float.NaN}, new float[] {9, 9}),
                123.4,
                new ProcessedData.Ambient(48_000, 60, -3),
                List.of("two left out"));
        Path file = directory.resolve("p.h5");
        new ProcessedDataCodec().encode(data).write(file);
        ProcessedData again = new ProcessedDataCodec().decode(HdfArrays.read(file));
        assertThat(again.observations().further().get("azimuth")).containsExactly(90, 180);
        assertThat(again.observations().value()).containsExactly(7, 8);
        assertThat(again.lattice()).isNotNull().satisfies(l -> {
            assertThat(l.value()).containsExactly(values);
            assertThat(l.west()).isEqualTo(1);
        });
        assertThat(again.ambient()).isEqualTo(data.ambient());
        assertThat(again.unit()).isEqualTo(Unit.NANOTESLA);
        assertThat(again.notes()).isEqualTo(data.notes());
        assertThat(again.resolutionM()).isEqualTo(123.4);
    }

    @Test
    void a_model_comes_back_with_its_fit_even_where_it_is_not_a_number() {
        float[] six = {1, 2, 3, 4, 5, 6};
        PropertyModel model = new PropertyModel(
                "gravity",
                new PropertyModel.Property("density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE),
                MESH,
                six,
                six,
                six,
                new ModelFit(
                        new ModelFit.Quality(false, Double.NaN, "fft", List.of("did not converge")),
                        new double[] {1.25, Double.NaN},
                        new double[] {.5, .25, 0},
                        List.of(new InversionStep("smooth", 0.5, 1.5, 2.5, 7)),
                        List.of(new FittedSource(
                                "mogi",
                                1.5,
                                -2.5,
                                -3000,
                                List.of(new FittedSource.Parameter(
                                        "depth", "m", 3000, 12, List.of(2990.0, 3010.5), List.of(2975.0, 3025.0))),
                                List.of(List.of(1.0)),
                                new FittedSource.Fit(1.1, 0.9, 240)))));
        Path file = directory.resolve("m.h5");
        new PropertyModelCodec().encode(model).write(file);
        PropertyModel again = new PropertyModelCodec().decode(HdfArrays.read(file));
        assertThat(again.property()).isEqualTo(model.property());
        assertThat(again.fit().quality()).isEqualTo(model.fit().quality());
        assertThat(again.fit().predicted()).containsExactly(1.25, Double.NaN);
        assertThat(again.fit().resolution()).containsExactly(.5, .25, 0);
        assertThat(again.fit().steps()).isEqualTo(model.fit().steps());
        assertThat(again.fit().sources()).isEqualTo(model.fit().sources()).hasSize(1);
    }
}
