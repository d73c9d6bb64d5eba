package org.geoanomaly.gam.pipeline.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.BoundingBox;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.geoanomaly.gam.pipeline.data.FusedModel;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.ModelFusion;
import org.geoanomaly.gam.pipeline.spi.Plugin;
import org.geoanomaly.gam.pipeline.spi.StageContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins of others beside the built-in ones. */
class PluginsTest {
    @TempDir
    private Path folder;

    /** A fusion from elsewhere. */
    public static class OtherFusion implements ModelFusion {
        @Override
        public String id() {
            return "other";
        }

        @Override
        public int spiVersion() {
            return Plugin.VERSION;
        }

        @Override
        public FusedModel fuse(
                List<PropertyModel> models, RegularMesh mesh, ModelingSection settings, StageContext context) {
            throw new IllegalStateException("never asked");
        }
    }

    /** Has the id of a built-in one. */
    public static final class Twin extends OtherFusion {
        @Override
        public String id() {
            return "gaussian";
        }
    }

    /** Made for interfaces to come. */
    public static final class Newer extends OtherFusion {
        @Override
        public int spiVersion() {
            return 99;
        }
    }

    /** Supplies what the configuration calls muon-array. */
    public static final class MuonSource implements DataSource {
        @Override
        public String id() {
            return "muon-array";
        }

        @Override
        public int spiVersion() {
            return Plugin.VERSION;
        }

        @Override
        public boolean serves(DataRequest request) {
            return request.modality().equals("muon");
        }

        @Override
        public List<ResolvedSource> locate(DataRequest request, FetchContext context) {
            throw new IllegalStateException("never asked");
        }

        @Override
        public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context) {
            throw new IllegalStateException("never asked");
        }
    }

    /** Works on muons alone. */
    public static final class MuonInverter implements Inverter {
        @Override
        public String id() {
            return "opacity";
        }

        @Override
        public int spiVersion() {
            return Plugin.VERSION;
        }

        @Override
        public Set<String> modalities() {
            return Set.of("muon");
        }

        @Override
        public ModalityDescription describe(String modality) {
            return new ModalityDescription(
                    modality,
                    "muons",
                    new PropertyModel.Property("density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE),
                    new Priors.Prior(0, 200, -1000, 1000),
                    "dense",
                    "light",
                    ModalityDescription.Vantage.THROUGH);
        }

        @Override
        public long memory(InversionRequest request) {
            return 0;
        }

        @Override
        public PropertyModel invert(InversionRequest request, StageContext context) {
            throw new IllegalStateException("never asked");
        }
    }

    private Plugins with(Class<?> kind, Class<?> plugin) throws IOException {
        return with(kind, plugin.getName());
    }

    private Plugins with(Class<?> kind, String plugin) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(kind.getName()), plugin + "\n");
        URL[] path = {folder.toUri().toURL()};
        return Plugins.of(new URLClassLoader(path, PluginsTest.class.getClassLoader()));
    }

    @Test
    void the_built_in_ones_are_found_by_the_same_door() {
        Plugins plugins = Plugins.of(PluginsTest.class.getClassLoader());
        assertThat(plugins.fusion("gaussian").id()).isEqualTo("gaussian");
        assertThat(plugins.visualizer("2d").id()).isEqualTo("2d");
        assertThat(plugins.inverter("magnetic", "compact").id()).isEqualTo("compact");
        assertThat(plugins.preprocessor("gravity", "standard").id()).isEqualTo("standard");
    }

    @Test
    void one_from_elsewhere_is_chosen_by_its_id() throws IOException {
        Plugins plugins = with(ModelFusion.class, OtherFusion.class);
        assertThat(plugins.fusion("other")).isInstanceOf(OtherFusion.class);
        assertThat(plugins.fusion("gaussian")).isNotInstanceOf(OtherFusion.class);
    }

    @Test
    void a_source_that_the_configuration_names_comes_before_others_that_could_serve() throws IOException {
        Plugins plugins = with(DataSource.class, MuonSource.class);
        DataRequest request =
                new DataRequest("muon", new SourceSpec.Catalogued("muon-array"), new BoundingBox(0, 1, 0, 1), 0.1);
        assertThat(plugins.source(request)).isInstanceOf(MuonSource.class);
    }

    @Test
    void a_modality_that_the_configured_inverter_does_not_know_goes_to_the_only_one_that_does() throws IOException {
        Plugins plugins = with(Inverter.class, MuonInverter.class);
        assertThat(plugins.inverter("muon", "smooth")).isInstanceOf(MuonInverter.class);
        assertThat(plugins.inverter("gravity", "smooth").id()).isEqualTo("smooth");
        assertThatThrownBy(() -> plugins.inverter("gravity", "opacity"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'opacity' cannot work on gravity; choose one of compact, smooth");
        assertThat(plugins.inverter("seismic", "smooth").id()).isEqualTo("tomography");
        assertThat(plugins.inverter("insar", "smooth").id()).isEqualTo("volume-change");
        assertThatThrownBy(() -> plugins.inverter("radiometric", "smooth"))
                .hasMessageContaining("'smooth' cannot work on radiometric, and nothing else can");
    }

    @Test
    void an_unknown_id_gets_the_nearest_name() {
        Plugins plugins = Plugins.of(PluginsTest.class.getClassLoader());
        assertThatThrownBy(() -> plugins.inverter("gravity", "smoth"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("modeling.inversion_type: there is no 'smoth'; did you mean 'smooth'?");
        assertThatThrownBy(() -> plugins.fusion("bayes")).hasMessageContaining("modeling.fusion: there is no 'bayes'");
    }

    @Test
    void two_of_one_id_a_strange_version_or_a_missing_class_are_told_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> with(ModelFusion.class, Twin.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has the id of another one");
        assertThatThrownBy(() -> with(ModelFusion.class, Newer.class))
                .hasMessageContaining(
                        "was made for version 99 of the plugin interfaces, this is version " + Plugin.VERSION);
        assertThatThrownBy(() -> with(ModelFusion.class, "no.such.Fusion"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a ModelFusion plugin cannot be loaded");
    }
}
