-- One row for each file raw/<key>.h5. Times are ISO 8601 in UTC, so that text order is time order.
CREATE TABLE entry (
    key       TEXT PRIMARY KEY NOT NULL,
    modality  TEXT NOT NULL,
    south     REAL NOT NULL,
    north     REAL NOT NULL,
    west      REAL NOT NULL,
    east      REAL NOT NULL,
    sources   TEXT NOT NULL,
    created   TEXT NOT NULL,
    last_used TEXT NOT NULL,
    size      INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    expires   TEXT
);
