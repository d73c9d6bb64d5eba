package org.geoanomaly.gam.pipeline.export.gpkg;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** How this package opens SQLite files: no journal or temporary file of SQLite's own ever lies beside them. */
final class SqliteFile {
    private static final int PAGE = 4096;

    private SqliteFile() {}

    /** A file being built. Its durability is the business of whoever moves it into place. */
    static SQLiteDataSource building(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE);
        config.setEncoding(SQLiteConfig.Encoding.UTF8);
        config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        return source(config, file);
    }

    /** A finished file that is only looked at. */
    static Jdbi reading(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return Jdbi.create(source(config, file));
    }

    /** By URI: in a plain path the driver would take what follows a question mark for settings. */
    private static SQLiteDataSource source(SQLiteConfig config, Path file) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString());
        return source;
    }
}
