-- depth in metres, positive down; modality_contributions is a JSON object; a GeoPackage wants an integer key, hence fid.
CREATE TABLE anomalies (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  lat DOUBLE NOT NULL,
  lon DOUBLE NOT NULL,
  depth DOUBLE,
  confidence DOUBLE,
  anomaly_type TEXT NOT NULL,
  score DOUBLE,
  modality_contributions TEXT NOT NULL,
  created_at DATETIME NOT NULL
);

-- Which sources stand behind which part of an anomaly.
CREATE TABLE metadata (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  anomaly_id TEXT NOT NULL REFERENCES anomalies(id),
  modality TEXT NOT NULL,
  source TEXT NOT NULL,
  timestamp DATETIME NOT NULL
);

CREATE INDEX metadata_anomaly ON metadata(anomaly_id);
