package org.geoanomaly.gam.pipeline.manifest;

import java.util.List;

/** What the manifests of all runs have in common. */
public sealed interface Manifest permits RunManifest, RegionRecord {
    /** Which run, of which software, when. */
    RunManifest.Run run();

    /** The effective configuration. */
    ConfigurationSnapshot configuration();

    /** By layer and source. */
    List<InputRecord> inputs();

    /** By path. */
    List<OutputRecord> outputs();
}
