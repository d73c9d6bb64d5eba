/** The regional run from the command line: made-up regions of known bodies, real ones, kills and refusals. */
@NullMarked
package org.geoanomaly.gam.app.regional;

import org.jspecify.annotations.NullMarked;
