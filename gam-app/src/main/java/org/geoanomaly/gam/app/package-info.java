/** The program: command line, viewer and logging around the pipeline. */
@NullMarked
package org.geoanomaly.gam.app;

import org.jspecify.annotations.NullMarked;
