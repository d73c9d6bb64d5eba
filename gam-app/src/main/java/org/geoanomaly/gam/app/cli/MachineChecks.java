package org.geoanomaly.gam.app.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Java, memory, processors, optional programs. */
final class MachineChecks {
    private static final int JAVA_NEEDED = 17;
    private static final double HEAP_GB_NEEDED = 1;
    private static final double GB = 1e9;

    private MachineChecks() {}

    static List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        int java = Runtime.version().feature();
        String running = Runtime.version() + " (need " + JAVA_NEEDED + " or newer)";
        findings.add(
                java >= JAVA_NEEDED
                        ? Finding.ok("Java", running)
                        : Finding.failed("Java", running, "install a newer one or set JAVA_HOME"));
        double heap = Runtime.getRuntime().maxMemory() / GB;
        String heapText = String.format(Locale.ROOT, "%.1f GB (need %.0f)", heap, HEAP_GB_NEEDED);
        findings.add(
                heap >= HEAP_GB_NEEDED
                        ? Finding.ok("heap", heapText)
                        : Finding.warning("heap", heapText, "GAM_HEAP=2g gives more"));
        findings.add(
                Finding.ok("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
        findings.add(tool("gdalinfo", "only for looking at products with other programs"));
        return findings;
    }

    private static Finding tool(String name, String purpose) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return Finding.ok(name, Path.of(folder, name).toString());
            }
        }
        return Finding.absent(name, "none found; " + purpose);
    }
}
