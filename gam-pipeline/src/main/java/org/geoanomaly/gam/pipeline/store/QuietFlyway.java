package org.geoanomaly.gam.pipeline.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/** Keeps Flyway from talking: what goes wrong reaches the caller as an exception. Made by Flyway from its name. */
public final class QuietFlyway implements LogCreator {
    @Override
    public Log createLogger(Class<?> owner) {
        return new Silence();
    }

    private static final class Silence implements Log {
        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, @Nullable Exception e) {}

        @Override
        public void notice(String message) {}
    }
}
