package org.geoanomaly.gam.pipeline.config;

/**
 * Section {@code global}.
 *
 * @param version version of the configuration's layout
 */
public record GlobalSection(String version, LoggingLevel loggingLevel) {
    public static final GlobalSection DEFAULT = new GlobalSection("1", LoggingLevel.INFO);

    static GlobalSection read(SectionReader in) {
        return new GlobalSection(in.text("version", DEFAULT.version), in.choice("logging_level", DEFAULT.loggingLevel));
    }
}
