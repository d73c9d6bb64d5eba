/** Synthetic inputs in the real file formats, for a first look without a network: seeded, and labelled synthetic wherever they end up. */
@NullMarked
package org.geoanomaly.gam.pipeline.demo;

import org.jspecify.annotations.NullMarked;
