package org.geoanomaly.gam.pipeline.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The classes of one jar, and of the program only what plugins are promised: its data types, configuration, physics, codecs and the plugin
 * interfaces. Libraries that the program happens to use are hidden, so that a plugin may bring any version of them, and so is the rest of the
 * program, which may change at any time. What is promised always comes from the program, even if a jar has packed a copy of it.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final String PIPELINE = "org.geoanomaly.gam.pipeline.";

    /** Packages whose classes a plugin sees, with all below them. */
    static final List<String> PROMISED = List.of(
            "org.geoanomaly.gam.grid.",
            "org.geoanomaly.gam.formats.",
            "org.geoanomaly.gam.geophysics.",
            PIPELINE + "spi.",
            PIPELINE + "data.",
            PIPELINE + "config.",
            PIPELINE + "error.",
            PIPELINE + "progress.",
            PIPELINE + "read.",
            PIPELINE + "source.",
            PIPELINE + "fetch.",
            PIPELINE + "store.",
            "org.jspecify.",
            "org.slf4j.");

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(URL jar, ClassLoader program) {
        super("plugin", new URL[] {jar}, new Promised(program));
    }

    /** The program as a plugin sees it. Its resources are hidden as well, or every plugin would find the built-in services. */
    private static final class Promised extends ClassLoader {
        private final ClassLoader program;

        Promised(ClassLoader program) {
            super("program", ClassLoader.getPlatformClassLoader());
            this.program = program;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (PROMISED.stream().anyMatch(name::startsWith)) {
                return program.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
