package org.geoanomaly.gam.pipeline.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this program, as the build wrote it. */
public final class ProgramVersion {
    private static final String RESOURCE = "/org/geoanomaly/gam/version.txt";

    private ProgramVersion() {}

    /** Such as {@code 1.0.0}. */
    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            return in == null ? "development" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
