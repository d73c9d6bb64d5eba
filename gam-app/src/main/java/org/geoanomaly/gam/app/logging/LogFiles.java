package org.geoanomaly.gam.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.geoanomaly.gam.pipeline.config.LoggingLevel;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Opens log files. */
public final class LogFiles {
    private static final String OURS = "org.geoanomaly";
    /** Warns of itself at every file it opens for writing. */
    private static final String HDF_WRITER = "io.jhdf.WritableHdfFile";

    private LogFiles() {}

    /**
     * Sends everything that the program logs at the given level or above, and warnings of libraries, to a file, after what is already in
     * it. Several logs may be open at once; the lowest level counts for all.
     *
     * @param console receives each event of our own as a line too, or null
     * @throws OutputException if the file cannot be written
     */
    public static RunLog open(Path file, LoggingLevel level, @Nullable Consumer<String> console) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new OutputException("cannot write the log " + file + ": " + e.getMessage(), null, e);
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        appenders.add(fileAppender(context, file, level));
        if (console != null) {
            appenders.add(lineAppender(context, console));
        }
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(HDF_WRITER).setLevel(Level.ERROR);
        context.getLogger(OURS).setLevel(translate(level));
        return new RunLog(context.getLogger(Logger.ROOT_LOGGER_NAME), appenders, file);
    }

    private static Appender<ILoggingEvent> fileAppender(LoggerContext context, Path file, LoggingLevel level) {
        LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
        encoder.setContext(context);
        encoder.setLineSeparator("\n");
        encoder.setFindAndRegisterJacksonModules(false);
        encoder.getProviders().addProvider(new LogFields());
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName("file " + file);
        appender.setFile(file.toString());
        appender.setAppend(true);
        appender.setEncoder(encoder);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(translate(level).toString());
        threshold.start();
        appender.addFilter(threshold);
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> lineAppender(LoggerContext context, Consumer<String> console) {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String name = event.getLoggerName();
                console.accept("    " + event.getLevel().toString().toLowerCase(Locale.ROOT) + " "
                        + name.substring(name.lastIndexOf('.') + 1) + ": " + event.getFormattedMessage());
            }
        };
        appender.setContext(context);
        appender.start();
        return appender;
    }

    private static Level translate(LoggingLevel level) {
        return switch (level) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
        };
    }
}
