package org.geoanomaly.gam.pipeline.ingest.seismic;

import java.util.ArrayList;
import java.util.List;

/** Sentences for the report. */
final class Notes {
    private final List<String> sentences = new ArrayList<>();

    /** Adds a sentence that starts with a count, unless it is 0. */
    void count(long count, String what) {
        if (count > 0) {
            sentences.add(count + " " + what);
        }
    }

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    List<String> all() {
        return sentences;
    }
}
