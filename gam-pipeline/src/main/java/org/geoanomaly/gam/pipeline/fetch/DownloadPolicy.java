package org.geoanomaly.gam.pipeline.fetch;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connectTimeout until a connection stands
 * @param idleTimeout without a single byte, before the attempt counts as failed
 * @param retries attempts after the first, counted anew whenever an attempt brought some data
 * @param firstPause before the first retry; doubles each time
 * @param longestPause upper limit of a pause, also of one that a server asks for by Retry-After
 * @param maxBytes nothing larger is accepted
 */
public record DownloadPolicy(
        Duration connectTimeout,
        Duration idleTimeout,
        int retries,
        Duration firstPause,
        Duration longestPause,
        long maxBytes) {

    /** 20 s to connect, 60 s idle, 5 retries from 1 s to 60 s, at most 8 GiB. */
    public static final DownloadPolicy DEFAULT = new DownloadPolicy(
            Duration.ofSeconds(20), Duration.ofSeconds(60), 5, Duration.ofSeconds(1), Duration.ofSeconds(60), 8L << 30);

    public DownloadPolicy {
        if (retries < 0 || maxBytes <= 0 || firstPause.isNegative() || firstPause.isZero()) {
            throw new IllegalArgumentException("retries " + retries + ", pause " + firstPause + " and limit " + maxBytes
                    + " bytes must not be negative or zero");
        }
        if (longestPause.compareTo(firstPause) <= 0) {
            throw new IllegalArgumentException("the longest pause must exceed the first, " + firstPause);
        }
    }
}
