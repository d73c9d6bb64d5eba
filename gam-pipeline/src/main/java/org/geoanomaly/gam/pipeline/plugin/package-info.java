/** Finds the plugins and chooses among them what the configuration names. */
@NullMarked
package org.geoanomaly.gam.pipeline.plugin;

import org.jspecify.annotations.NullMarked;
