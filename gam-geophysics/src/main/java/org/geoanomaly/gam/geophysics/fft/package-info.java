/** Fourier transforms of many sequences at once, laid out so that the inner loops vectorise. */
@NullMarked
package org.geoanomaly.gam.geophysics.fft;

import org.jspecify.annotations.NullMarked;
