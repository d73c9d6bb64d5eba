package org.geoanomaly.gam.pipeline.cache;

import org.flywaydb.core.Flyway;
import org.geoanomaly.gam.pipeline.store.QuietFlyway;

/** The schema of the list of entries, brought up to date by Flyway. */
final class CacheSchema {
    /** The newest version in the resources beside this class. */
    static final String NEWEST = "1";

    private static final String SCRIPTS = "classpath:org/geoanomaly/gam/pipeline/cache/migration";

    private CacheSchema() {}

    static void migrate(String url) {
        Flyway.configure(CacheSchema.class.getClassLoader())
                .dataSource(url, null, null)
                .loggers(QuietFlyway.class.getName())
                .locations(SCRIPTS)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
