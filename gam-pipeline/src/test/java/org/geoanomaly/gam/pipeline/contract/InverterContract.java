package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.concurrent.CancellationException;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.junit.jupiter.api.Test;

/** What every inverter keeps to. */
public abstract class InverterContract extends PluginContract<Inverter> {
    /** A small inversion that takes a second at most; equal at each call. */
    protected abstract InversionRequest request();

    private PropertyModel model(Inverter inverter, int threads) throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            return inverter.invert(request(), context(workers));
        }
    }

    @Test
    void it_describes_each_of_its_modalities() {
        assertThat(plugin().modalities()).isNotEmpty().contains(request().data().modality());
        for (String modality : plugin().modalities()) {
            ModalityDescription description = plugin().describe(modality);
            assertThat(description.modality()).isEqualTo(modality);
            assertThat(description.label()).isNotBlank();
        }
    }

    @Test
    void it_tells_its_memory_before() {
        assertThat(plugin().memory(request())).isNotNegative();
    }

    @Test
    void the_model_is_what_it_described_on_the_mesh_that_was_asked_for() throws InterruptedException {
        PropertyModel model = model(plugin(), 2);
        InversionRequest request = request();
        String modality = request.data().modality();
        assertThat(model.modality()).isEqualTo(modality);
        assertThat(model.property()).isEqualTo(plugin().describe(modality).property());
        assertThat(model.mesh().nx()).isEqualTo(request.mesh().nx());
        assertThat(model.mesh().ny()).isEqualTo(request.mesh().ny());
        assertThat(model.mesh().nz()).isEqualTo(request.mesh().nz());
        assertThat(model.fit().predicted())
                .hasSize(request.data().observations().size());
        int known = 0;
        for (int c = 0; c < model.value().length; c++) {
            if (!Float.isNaN(model.value()[c])) {
                known++;
                assertThat(model.value()[c]).isFinite();
                assertThat(model.deviation()[c]).isFinite().isPositive();
                assertThat(model.prior()[c]).isFinite().isPositive();
            }
        }
        assertThat(known).isPositive();
    }

    @Test
    void the_same_bits_for_any_number_of_threads_and_beside_other_calls() throws InterruptedException {
        Inverter inverter = plugin();
        String alone = Fingerprint.of(model(inverter, 1));
        assertThat(Fingerprint.of(model(plugin(), 3))).isEqualTo(alone);
        assertThat(new HashSet<>(atOnce(2, () -> Fingerprint.of(model(inverter, 2)))))
                .containsExactly(alone);
    }

    @Test
    void the_request_stays_as_it_is() throws InterruptedException {
        InversionRequest request = request();
        String before = Fingerprint.of(request.data());
        try (Workers workers = new Workers(2)) {
            plugin().invert(request, context(workers));
        }
        assertThat(Fingerprint.of(request.data())).isEqualTo(before);
    }

    @Test
    void it_stops_when_asked() {
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> plugin().invert(request(), stopped(workers)))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
