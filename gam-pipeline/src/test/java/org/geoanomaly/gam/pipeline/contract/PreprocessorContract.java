package org.geoanomaly.gam.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.data.Observations;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.junit.jupiter.api.Test;

/** What every preprocessor keeps to. */
public abstract class PreprocessorContract extends PluginContract<Preprocessor> {
    /** Few raw data below a small tile; equal at each call. */
    protected abstract PreprocessRequest request();

    private ProcessedData data(Preprocessor preprocessor, int threads) throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            return preprocessor.process(request(), context(workers));
        }
    }

    @Test
    void observations_are_finite_with_positive_uncertainties() throws InterruptedException {
        String modality = request().data().facts().modality();
        assertThat(plugin().modalities()).contains(modality);
        ProcessedData data = data(plugin(), 2);
        assertThat(data.modality()).isEqualTo(modality);
        assertThat(data.resolutionM()).isPositive();
        Observations o = data.observations();
        assertThat(o.size()).isPositive();
        for (int i = 0; i < o.size(); i++) {
            assertThat(o.easting()[i] + o.northing()[i] + o.height()[i] + o.value()[i])
                    .isFinite();
            assertThat(o.uncertainty()[i]).isFinite().isPositive();
        }
    }

    @Test
    void the_same_bits_for_any_number_of_threads_and_beside_other_calls() throws InterruptedException {
        Preprocessor preprocessor = plugin();
        String alone = Fingerprint.of(data(preprocessor, 1));
        assertThat(Fingerprint.of(data(plugin(), 3))).isEqualTo(alone);
        assertThat(new HashSet<>(atOnce(2, () -> Fingerprint.of(data(preprocessor, 2)))))
                .containsExactly(alone);
    }

    @Test
    void the_raw_data_stay_as_they_are() throws InterruptedException {
        PreprocessRequest request = request();
        String before = Fingerprint.of(request.data());
        try (Workers workers = new Workers(2)) {
            plugin().process(request, context(workers));
        }
        assertThat(Fingerprint.of(request.data())).isEqualTo(before);
    }
}
