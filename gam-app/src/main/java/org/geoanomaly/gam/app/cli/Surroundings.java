package org.geoanomaly.gam.app.cli;

import java.util.Map;
import org.geoanomaly.gam.app.console.Console;

/**
 * What a command may know of the process it runs in; tests give their own.
 *
 * @param environment all variables
 */
public record Surroundings(Console console, Map<String, String> environment, StopSignal stopSignal) {
    static Surroundings system() {
        return new Surroundings(Console.system(), System.getenv(), new StopSignal());
    }
}
