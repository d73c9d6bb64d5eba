package org.geoanomaly.gam.app.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The open log of a run; closing it writes what is left and stops logging to it. */
public final class RunLog implements AutoCloseable {
    private final Logger root;
    private final List<Appender<ILoggingEvent>> appenders;
    private final Path file;

    RunLog(Logger root, List<Appender<ILoggingEvent>> appenders, Path file) {
        this.root = root;
        this.appenders = List.copyOf(appenders);
        this.file = file;
        this.appenders.forEach(root::addAppender);
    }

    public Path file() {
        return file;
    }

    /** Records what ended the run, with its stack trace. */
    public void failure(Throwable failure) {
        LoggerFactory.getLogger("org.geoanomaly.gam").error(String.valueOf(failure.getMessage()), failure);
    }

    @Override
    public void close() {
        for (Appender<ILoggingEvent> appender : appenders) {
            root.detachAppender(appender);
            appender.stop();
        }
    }
}
