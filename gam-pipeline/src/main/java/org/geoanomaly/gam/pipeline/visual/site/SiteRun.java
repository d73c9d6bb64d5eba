package org.geoanomaly.gam.pipeline.visual.site;

import java.time.Instant;

/**
 * Which run made a product.
 *
 * @param id of the run
 * @param generatedAt the run's recorded start, the same over a resume
 * @param version of the program
 * @param synthetic whether the values are made up; the page says so in a banner
 */
public record SiteRun(String id, Instant generatedAt, String version, boolean synthetic) {}
