/**
 * Spherical harmonic synthesis: from the coefficients of a global gravity or magnetic model to values on grids and at points. All
 * coefficients here are fully (4π) normalised without the Condon–Shortley phase, as geodesy writes them; magnetic Schmidt
 * semi-normalised coefficients are converted on the way in. A <em>lane</em> is one latitude (with its own radius) for which Legendre
 * functions are recursed; a <em>field</em> is one scalar solid harmonic series. Latitudes are geodetic degrees and heights metres above
 * the reference ellipsoid unless a name says geocentric.
 */
@NullMarked
package org.geoanomaly.gam.geophysics.spherical;

import org.jspecify.annotations.NullMarked;
