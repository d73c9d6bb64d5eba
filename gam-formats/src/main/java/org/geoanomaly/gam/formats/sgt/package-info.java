/**
 * First arrivals of a refraction survey in the unified data format of GIMLi and BERT ({@code .sgt}: shot, geophone, time), Rücker et al.
 * (2017), doi:10.1016/j.cageo.2017.07.011.
 */
@NullMarked
package org.geoanomaly.gam.formats.sgt;

import org.jspecify.annotations.NullMarked;
