package com.example.muon.data;

import com.example.muon.model.MuonInverter;
import com.example.muon.plot.SkyPlot;
import org.geoanomaly.gam.pipeline.contract.DataSourceContract;
import org.geoanomaly.gam.pipeline.contract.InverterContract;
import org.geoanomaly.gam.pipeline.contract.PreprocessorContract;
import org.geoanomaly.gam.pipeline.contract.VisualizerContract;
import org.geoanomaly.gam.pipeline.data.RegionResult;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.InversionRequest;
import org.geoanomaly.gam.pipeline.spi.Inverter;
import org.geoanomaly.gam.pipeline.spi.PreprocessRequest;
import org.geoanomaly.gam.pipeline.spi.Preprocessor;
import org.geoanomaly.gam.pipeline.spi.Visualizer;
import org.junit.jupiter.api.Nested;

/** The plugins of this jar keep to what the program expects of all. */
final class ContractsTest {
    @Nested
    final class Source extends DataSourceContract {
        @Override
        protected DataSource plugin() {
            return new MuonSource();
        }

        @Override
        protected DataRequest request() {
            return SmallHill.source();
        }
    }

    @Nested
    final class Preprocessing extends PreprocessorContract {
        @Override
        protected Preprocessor plugin() {
            return new MuonPreprocessor();
        }

        @Override
        protected PreprocessRequest request() {
            return SmallHill.preprocessing();
        }
    }

    @Nested
    final class Inversion extends InverterContract {
        @Override
        protected Inverter plugin() {
            return new MuonInverter();
        }

        @Override
        protected InversionRequest request() {
            return SmallHill.inversion();
        }
    }

    @Nested
    final class Drawing extends VisualizerContract {
        @Override
        protected Visualizer plugin() {
            return new SkyPlot();
        }

        @Override
        protected RegionResult result() {
            return SmallHill.result();
        }
    }
}
