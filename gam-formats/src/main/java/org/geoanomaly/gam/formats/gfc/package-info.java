/**
 * ICGEM gravity field models ({@code .gfc}): header, static and time-variable coefficients in formats 1.0 and 2.0, and their value at an
 * epoch. Coefficients leave fully normalised, whatever the file says.
 */
@NullMarked
package org.geoanomaly.gam.formats.gfc;

import org.jspecify.annotations.NullMarked;
