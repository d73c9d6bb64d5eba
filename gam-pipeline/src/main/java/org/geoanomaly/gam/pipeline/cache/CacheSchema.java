package org.geoanomaly.gam.pipeline.cache;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;

/** The schema of the list of entries, brought up to date by Flyway. */
final class CacheSchema {
    /** The newest version in the resources beside this class. */
    static final String NEWEST = "1";

    private static final String SCRIPTS = "classpath:org/geoanomaly/gam/pipeline/cache/migration";

    private CacheSchema() {}

    static void migrate(String url) {
        // what Flyway has to say is in its exceptions; its log would only interest its developers
        LogFactory.setLogCreator(type -> new Silence());
        Flyway.configure(CacheSchema.class.getClassLoader())
                .dataSource(url, null, null)
                .locations(SCRIPTS)
                .failOnMissingLocations(true)
                .load()
                .migrate();
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
        public void error(String message, Exception e) {}

        @Override
        public void notice(String message) {}
    }
}
