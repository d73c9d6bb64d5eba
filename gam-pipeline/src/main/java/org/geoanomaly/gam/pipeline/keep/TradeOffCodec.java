package org.geoanomaly.gam.pipeline.keep;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.geophysics.inversion.TradeOffPoint;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;

/** Trade-offs that were tried, as two arrays; none at all as none. */
public final class TradeOffCodec implements ProductCodec<List<TradeOffPoint>> {
    private static final String BETA = "beta";

    /** How many there are. */
    record Head(int points) {}

    @Override
    public HdfArrays.Builder encode(List<TradeOffPoint> points) {
        HdfArrays.Builder out = HdfArrays.builder(ProductCodec.header(new Head(points.size())));
        if (!points.isEmpty()) {
            out.add(BETA, points.stream().mapToDouble(TradeOffPoint::beta).toArray())
                    .add("chi", points.stream().mapToDouble(TradeOffPoint::chi).toArray());
        }
        return out;
    }

    @Override
    public List<TradeOffPoint> decode(HdfArrays in) {
        int count = ProductCodec.head(in, Head.class).points();
        List<TradeOffPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new TradeOffPoint(in.doubles(BETA)[i], in.doubles("chi")[i]));
        }
        return points;
    }
}
