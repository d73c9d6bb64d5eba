/** The log file of a run: one JSON object a line. Nothing here is loaded by commands that write no log, and without an open log nothing is logged. */
@NullMarked
package org.geoanomaly.gam.app.logging;

import org.jspecify.annotations.NullMarked;
