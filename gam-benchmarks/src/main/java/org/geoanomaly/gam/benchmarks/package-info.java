/** JMH benchmarks of kernels and codecs; each class says what its figures decide. */
@NullMarked
package org.geoanomaly.gam.benchmarks;

import org.jspecify.annotations.NullMarked;
