package org.geoanomaly.gam.pipeline.visual.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Style and script of the report, from the class path. */
final class ReportAssets {
    private static final List<String> SCRIPTS =
            List.of("core.js", "legend.js", "map.js", "matrix.js", "raymarch.js", "volume.js", "table.js", "main.js");

    private ReportAssets() {}

    static String style() {
        return "\n" + read("report.css");
    }

    static String script() {
        return SCRIPTS.stream().map(ReportAssets::read).collect(Collectors.joining("\n", "\n", ""));
    }

    /** A source in a content security policy: the content itself and nothing else. */
    static String policyHash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = ReportAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the report's " + name + " is missing from the program");
            }
            // The browser hashes the text after turning line ends into line feeds.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
