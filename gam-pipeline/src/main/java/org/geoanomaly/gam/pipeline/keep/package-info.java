/**
 * Products of single stages, kept between runs under a hash of everything that decided them. A kept product that is missing, damaged or of
 * another hash counts as absent, and is made again.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.keep;

import org.jspecify.annotations.NullMarked;
