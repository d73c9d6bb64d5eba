package org.geoanomaly.gam.pipeline.preprocess.seismic;

import java.util.ArrayList;
import java.util.List;

/** Sentences for the report. */
final class PickNotes {
    private final List<String> sentences;

    PickNotes(List<String> before) {
        sentences = new ArrayList<>(before);
    }

    /** Adds a sentence that starts with a count, unless it is 0. */
    void count(long count, String what) {
        if (count > 0) {
            sentences.add(count + " " + what);
        }
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
