package org.geoanomaly.gam.pipeline.config;

/** How much goes to the log file. */
public enum LoggingLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
