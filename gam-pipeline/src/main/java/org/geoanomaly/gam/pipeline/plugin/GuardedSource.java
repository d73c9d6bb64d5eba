package org.geoanomaly.gam.pipeline.plugin;

import java.io.IOException;
import java.util.List;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.error.PluginException;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.spi.DataSource;
import org.geoanomaly.gam.pipeline.spi.FetchContext;

/** A stranger's data source. */
record GuardedSource(DataSource inner, PluginCall call) implements DataSource {
    @Override
    public String id() {
        return call.quick("id", inner::id);
    }

    @Override
    public int spiVersion() {
        return call.quick("spiVersion", inner::spiVersion);
    }

    @Override
    public Record options() {
        return call.quick("options", inner::options);
    }

    /** One that fails here serves nobody, unless it is asked for by name: other modalities need not suffer. */
    @Override
    public boolean serves(DataRequest request) {
        try {
            return call.quick("serves", () -> inner.serves(request));
        } catch (PluginException e) {
            if (request.names(id())) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public List<ResolvedSource> locate(DataRequest request, FetchContext context)
            throws IOException, InterruptedException {
        List<ResolvedSource> found = call.to("locate", () -> List.copyOf(inner.locate(request, context)));
        if (found.isEmpty()) {
            throw call.wrong("locate", "gave no file");
        }
        return found;
    }

    @Override
    public RawData read(DataRequest request, List<ResolvedSource> located, FetchContext context)
            throws IOException, InterruptedException {
        RawData data = call.to("read", () -> inner.read(request, located, context));
        if (!request.modality().equals(data.facts().modality())) {
            throw call.wrong(
                    "read",
                    "was asked for " + request.modality() + " and gave "
                            + data.facts().modality());
        }
        if (data instanceof RawData.Points points) {
            for (String column : List.of(RawData.Points.LONGITUDE, RawData.Points.LATITUDE, RawData.Points.VALUE)) {
                if (points.find(column).isEmpty()) {
                    throw call.wrong("read", "gave a table without the column " + column);
                }
            }
        }
        return data;
    }
}
