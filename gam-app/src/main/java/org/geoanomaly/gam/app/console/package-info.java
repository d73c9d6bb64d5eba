/** What a person at a terminal, or a continuous-integration log, sees of a run: results on standard output, progress and messages on standard error. */
@NullMarked
package org.geoanomaly.gam.app.console;

import org.jspecify.annotations.NullMarked;
