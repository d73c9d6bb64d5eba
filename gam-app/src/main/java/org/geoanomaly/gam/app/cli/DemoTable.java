package org.geoanomaly.gam.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.demo.region.ScoreCard;

/** Truth against found as a table of text. */
final class DemoTable {
    private DemoTable() {}

    /** Its lines. */
    static List<String> lines(ScoreCard card) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, seed %d: %d bodies planted, %d anomalies found",
                card.label(),
                card.seed(),
                card.bodies().size(),
                card.anomalies()));
        lines.add(String.format(
                Locale.ROOT,
                "%-18s %-15s %8s %9s %7s %6s | %-5s %-15s %7s %8s %6s  %s",
                "planted",
                "type",
                "lat",
                "lon",
                "depth",
                "S/N",
                "found",
                "type",
                "off",
                "depth",
                "conf.",
                "verdict"));
        card.bodies().forEach(row -> lines.add(line(row)));
        for (ScoreCard.Found f : card.falseAlarms()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "false alarm %s: %s at %.3f, %.3f, depth %.1f km, score %.2f, confidence %.2f",
                    f.id(),
                    f.type(),
                    f.latitude(),
                    f.longitude(),
                    f.depthM() / 1000,
                    f.score(),
                    f.confidence()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "S/N is that of a matched filter; bodies of %.0f and more must be found with a confidence of %.1f%s",
                card.limit(),
                card.confidence(),
                card.bodies().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", within %.1f km across and %.1f km in depth",
                                card.bodies().get(0).boundM() / 1000,
                                card.bodies().get(0).depthBoundM() / 1000)));
        return lines;
    }

    private static String line(ScoreCard.Row row) {
        String truth = String.format(
                Locale.ROOT,
                "%-18s %-15s %8.3f %9.3f %4.1f km %6.0f | ",
                row.name(),
                row.type(),
                row.latitude(),
                row.longitude(),
                row.depthM() / 1000,
                row.signalToNoise());
        ScoreCard.Found f = row.found();
        String found = f == null
                ? String.format(Locale.ROOT, "%-5s %-15s %7s %8s %6s", "-", "", "", "", "")
                : String.format(
                        Locale.ROOT,
                        "%-5s %-15s %4.1f km %+5.1f km %6.3f",
                        f.id(),
                        f.type(),
                        f.distanceM() / 1000,
                        f.depthErrorM() / 1000,
                        f.confidence());
        return truth + found + "  " + row.verdict().words();
    }
}
