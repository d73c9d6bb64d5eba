package org.geoanomaly.gam.formats.mseed;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the records of one channel add up to. */
final class ChannelSpan {
    private final int encoding;
    private double rate;
    private @Nullable Instant start;
    private Instant end = Instant.MIN;
    private @Nullable Instant expected;
    private long samples;
    private int gaps;

    ChannelSpan(int encoding) {
        this.encoding = encoding;
    }

    /** Adds a record by its fixed header. */
    void add(ByteBuffer header) {
        Instant begin = LocalDate.ofYearDay(header.getShort(20), header.getShort(22))
                .atTime(header.get(24), header.get(25))
                .plusSeconds(header.get(26))
                .plusNanos((header.getShort(28) & 0xffff) * 100_000L)
                .toInstant(ZoneOffset.UTC);
        if ((header.get(36) & 2) == 0) {
            begin = begin.plusNanos(header.getInt(40) * 100_000L);
        }
        int count = header.getShort(30) & 0xffff;
        rate = rate(header.getShort(32), header.getShort(34));
        long step = rate > 0 ? Math.round(1e9 / rate) : 0;
        if (expected != null && Duration.between(expected, begin).abs().toNanos() > Math.max(step / 2, 1)) {
            gaps++;
        }
        expected = begin.plusNanos(rate > 0 ? Math.round(count * 1e9 / rate) : 0);
        Instant last = begin.plusNanos(rate > 0 ? Math.round(Math.max(count - 1, 0) * 1e9 / rate) : 0);
        start = start == null || begin.isBefore(start) ? begin : start;
        end = last.isAfter(end) ? last : end;
        samples += count;
    }

    /** Samples a second from factor and multiplier; negative ones divide (SEED manual, fields 10 and 11 of the fixed header). */
    private static double rate(int factor, int multiplier) {
        if (factor == 0 || multiplier == 0) {
            return 0;
        }
        double base = factor > 0 ? factor : -1.0 / factor;
        return multiplier > 0 ? base * multiplier : -base / multiplier;
    }

    MiniSeedSummary.Channel channel(String name) {
        String words =
                switch (encoding) {
                    case 0 -> "text";
                    case 1 -> "16-bit integers";
                    case 3 -> "32-bit integers";
                    case 4 -> "32-bit floats";
                    case 5 -> "64-bit floats";
                    case 10 -> "Steim 1";
                    case 11 -> "Steim 2";
                    default -> "encoding " + encoding;
                };
        Instant first = start == null ? Instant.EPOCH : start;
        return new MiniSeedSummary.Channel(name, words, rate, first, end, samples, gaps);
    }
}
