package org.geoanomaly.gam.pipeline.spi;

import java.io.Serializable;

/**
 * A value that a session lent to its jobs.
 *
 * @param <V> the value
 */
@FunctionalInterface
public interface Shared<V> extends Serializable {
    V get();
}
