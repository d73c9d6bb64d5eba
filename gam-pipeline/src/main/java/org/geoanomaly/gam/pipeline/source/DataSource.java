package org.geoanomaly.gam.pipeline.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.fetch.Expected;
import org.geoanomaly.gam.pipeline.fetch.FileNames;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue.
 *
 * @param id unique name, such as {@code emag2-v3}
 * @param title one line for people
 * @param modality {@code gravity}, {@code magnetic}, {@code topography}, …
 * @param file where it is published and how to recognise it
 * @param content what its values are
 * @param terms under which conditions
 * @param notes what a user should know, or empty
 */
public record DataSource(
        String id, String title, String modality, Publication file, Content content, Terms terms, String notes) {

    /**
     * Where a source is published and how to recognise its file.
     *
     * @param urls addresses to try in turn; empty if there is none
     * @param filename in mirrors and in the cache; a plain name
     * @param format the reader to use
     * @param expected checksum and size, as far as recorded
     * @param member which file of an archive it is, or null if there is only one
     */
    public record Publication(
            List<URI> urls,
            String filename,
            String format,
            Expected expected,
            @Nullable String member) {
        public Publication {
            urls = List.copyOf(urls);
            if (!FileNames.isPlain(filename)) {
                throw new IllegalArgumentException("'" + filename + "' is not a plain file name");
            }
        }

        /** A file that is no archive, or an archive of one file. */
        public Publication(List<URI> urls, String filename, String format, Expected expected) {
            this(urls, filename, format, expected, null);
        }

        /** The first address, or empty. */
        public String url() {
            return urls.isEmpty() ? "" : urls.get(0).toString();
        }
    }

    /**
     * What the values of a source are.
     *
     * @param quantity such as {@code gravity_disturbance}
     * @param unit symbol, such as {@code mGal}
     * @param heightMetres of the values above the ellipsoid, or null if the file says or they are on the ground
     * @param variable or column, or null if the format knows only one
     * @param resolutionDeg native spacing in degrees, or null for scattered points
     * @param nodata value that stands for a void, or null
     */
    public record Content(
            String quantity,
            String unit,
            @Nullable Double heightMetres,
            @Nullable String variable,
            @Nullable Double resolutionDeg,
            @Nullable Double nodata) {}

    /**
     * The conditions of a source.
     *
     * @param license SPDX identifier or the provider's words
     * @param citation what to cite
     * @param authentication whether the provider asks for a login
     * @param updates whether and how the file changes
     */
    public record Terms(String license, String citation, Authentication authentication, UpdatePolicy updates) {}

    /** Whether the provider asks who you are. */
    public enum Authentication {
        NONE,
        LOGIN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a source changes. */
    public enum UpdatePolicy {
        /** The file never changes. */
        FIXED,
        /** There is no address of a finished file: the user obtains it by hand, as the notes say. */
        MANUAL,
        /** A service that is asked for an area and a time; there is no file of it. */
        SERVICE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
