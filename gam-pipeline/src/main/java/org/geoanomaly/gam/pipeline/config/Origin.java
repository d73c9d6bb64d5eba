package org.geoanomaly.gam.pipeline.config;

import org.geoanomaly.gam.pipeline.error.SourceExcerpt;
import org.jspecify.annotations.Nullable;

/** Where a value came from. */
public sealed interface Origin {
    /** In a few words: {@code default}, {@code config.yaml:14}, {@code environment GAM_CORE__SEED}, {@code --set core.seed=1}. */
    String describe();

    /** The same as a place in an error. */
    default SourceExcerpt excerpt(@Nullable String note) {
        return new SourceExcerpt(describe(), 0, "", 0, 1, note);
    }

    /** Nobody said anything else. */
    record Default() implements Origin {
        @Override
        public String describe() {
            return "default";
        }
    }

    /**
     * A place in a configuration file.
     *
     * @param line 1-based
     * @param column 0-based
     * @param length characters on that line
     */
    record InFile(String file, int line, int column, int length, String sourceLine) implements Origin {
        @Override
        public String describe() {
            return file + ":" + line;
        }

        @Override
        public SourceExcerpt excerpt(@Nullable String note) {
            return new SourceExcerpt(describe(), line, sourceLine, column, length, note);
        }
    }

    /** An environment variable. */
    record Environment(String variable) implements Origin {
        @Override
        public String describe() {
            return "environment " + variable;
        }
    }

    /** {@code --set key=value}. */
    record SetOption(String assignment) implements Origin {
        @Override
        public String describe() {
            return "--set " + assignment;
        }
    }

    /** An option with a name of its own, such as {@code --output}. */
    record Option(String name) implements Origin {
        @Override
        public String describe() {
            return name;
        }
    }
}
