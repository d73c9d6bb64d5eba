/** Where tiles are computed: finds the executor that the configuration names, and has the one that uses the threads of this machine. */
@NullMarked
package org.geoanomaly.gam.pipeline.engine;

import org.jspecify.annotations.NullMarked;
