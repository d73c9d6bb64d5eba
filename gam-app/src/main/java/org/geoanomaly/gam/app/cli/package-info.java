/** The command line: one class for each command, listed in {@link org.geoanomaly.gam.app.cli.Commands}; a command extends {@link org.geoanomaly.gam.app.cli.GamCommand} and returns an {@link org.geoanomaly.gam.app.cli.ExitCode}. */
@NullMarked
package org.geoanomaly.gam.app.cli;

import org.jspecify.annotations.NullMarked;
