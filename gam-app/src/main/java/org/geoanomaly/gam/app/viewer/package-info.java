/**
 * A small read-only HTTP server for what a run wrote, on the JDK's own {@code com.sun.net.httpserver}: GET and HEAD, one range at a time,
 * strong validators. It never leaves the directory it was given.
 */
@NullMarked
package org.geoanomaly.gam.app.viewer;

import org.jspecify.annotations.NullMarked;
