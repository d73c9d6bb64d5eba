package org.geoanomaly.gam.pipeline.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A catalogue file as it is written: everything optional, so that a user's entry can replace single fields. */
record CatalogueFile(@Nullable List<Entry> sources) {

    /** One flat entry; the keys are explained at the head of the built-in catalogue. One component for each key of the file. */
    record Entry(
            @Nullable String id,
            @Nullable String title,
            @Nullable String modality,
            @Nullable String url,
            @Nullable List<String> alternateUrls,
            @Nullable String filename,
            @Nullable String format,
            @Nullable String member,
            @Nullable String sha256,
            @Nullable Long size,
            @Nullable List<String> alsoAccept,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable Double heightM,
            @Nullable String variable,
            @Nullable Double resolutionDeg,
            @Nullable Double nodata,
            @Nullable String license,
            @Nullable String citation,
            @Nullable String authentication,
            @Nullable String updatePolicy,
            @Nullable String notes) {

        /** This entry, with what {@code o} states in place of its own; a new URL makes the old checksum meaningless. */
        Entry overriddenBy(Entry o) {
            boolean elsewhere = o.url != null && !o.url.equals(url);
            return new Entry(
                    id,
                    or(o.title, title),
                    or(o.modality, modality),
                    or(o.url, url),
                    elsewhere ? o.alternateUrls : or(o.alternateUrls, alternateUrls),
                    or(o.filename, filename),
                    or(o.format, format),
                    elsewhere ? o.member : or(o.member, member),
                    elsewhere ? o.sha256 : or(o.sha256, sha256),
                    elsewhere || o.sha256 != null ? o.size : or(o.size, size),
                    elsewhere || o.sha256 != null ? o.alsoAccept : or(o.alsoAccept, alsoAccept),
                    or(o.quantity, quantity),
                    or(o.unit, unit),
                    or(o.heightM, heightM),
                    or(o.variable, variable),
                    or(o.resolutionDeg, resolutionDeg),
                    or(o.nodata, nodata),
                    or(o.license, license),
                    or(o.citation, citation),
                    or(o.authentication, authentication),
                    or(o.updatePolicy, updatePolicy),
                    or(o.notes, notes));
        }

        private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
            return first != null ? first : second;
        }
    }
}
