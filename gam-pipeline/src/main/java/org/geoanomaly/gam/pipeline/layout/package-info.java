/** The names of a global run's layers and files. */
@NullMarked
package org.geoanomaly.gam.pipeline.layout;

import org.jspecify.annotations.NullMarked;
