/** The regional run as a process: killed and resumed, refused with one sentence, on a made-up region with known bodies. */
@NullMarked
package org.geoanomaly.gam.app.regional;

import org.jspecify.annotations.NullMarked;
