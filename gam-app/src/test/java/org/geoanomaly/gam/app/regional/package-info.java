/** The regional run as users meet it: the examples on real data, at coarser cells. */
@NullMarked
package org.geoanomaly.gam.app.regional;

import org.jspecify.annotations.NullMarked;
