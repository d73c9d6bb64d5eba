package org.geoanomaly.gam.pipeline.visual.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import org.geoanomaly.gam.pipeline.store.WriteFailure;

/** Writes viewer folders. The same configuration gives the same bytes; a file that already has them is left alone. */
public final class ViewerSite {
    private static final String DATA = "data";

    private ViewerSite() {}

    /**
     * Writes or completes the folder {@code site}. Each file is replaced in one step; the page is the last, so a folder that was never
     * finished has none. Archives become hard links where the file
     * system can, else copies.
     *
     * @return the page, {@code index.html}
     * @throws DataFormatException if the archive or the anomalies are missing
     * @throws OutputException if a file cannot be written
     */
    public static Path write(Path site, SiteConfig config) {
        config.layers().forEach(l -> requireFile(l.archive().file()));
        byte[] json = JsonProduct.bytes(SiteDocument.of(config));
        Path data = site.resolve(DATA);
        for (String name : SiteAssets.NAMES.subList(1, SiteAssets.NAMES.size())) {
            writeIfChanged(site.resolve(name), SiteAssets.read(name));
        }
        for (SiteLayer layer : config.layers()) {
            Path archive = layer.archive().file();
            share(archive, data.resolve(archive.getFileName()));
        }
        tiles(config, data.resolve(SiteTiles.FILE));
        Path anomalies = data.resolve(SiteDocument.ANOMALIES);
        if (config.anomalies() != null) {
            requireFile(config.anomalies());
            share(config.anomalies(), anomalies);
        } else {
            delete(anomalies);
        }
        writeIfChanged(data.resolve("config.json"), json);
        writeIfChanged(data.resolve("config.js"), script(json));
        Path page = site.resolve(SiteAssets.NAMES.get(0));
        writeIfChanged(page, SiteAssets.read(SiteAssets.NAMES.get(0)));
        return page;
    }

    private static void tiles(SiteConfig config, Path file) {
        if (config.tiles().tiles().isEmpty()) {
            delete(file);
        } else {
            writeIfChanged(file, config.tiles().bytes());
        }
    }

    /** The same document as a script, which a page may load where it may not fetch: from a disk. */
    private static byte[] script(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8).strip();
        return ("window.GAM_CONFIG = " + text + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file, "is missing");
        }
    }

    private static void writeIfChanged(Path target, byte[] content) {
        try {
            boolean same = Files.isRegularFile(target)
                    && Files.size(target) == content.length
                    && Arrays.equals(Files.readAllBytes(target), content);
            if (!same) {
                AtomicFile.write(target, content);
            }
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    private static void share(Path source, Path target) {
        try {
            if (Files.isRegularFile(target)
                    && (Files.isSameFile(source, target) || Files.mismatch(source, target) == -1)) {
                return;
            }
            try (AtomicFile file = AtomicFile.open(target)) {
                linkOrCopy(source.toRealPath(), file.temporary());
                file.commit();
            }
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    private static void linkOrCopy(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            // Another file system, or one without hard links.
            Files.deleteIfExists(target);
            Files.copy(source, target);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
