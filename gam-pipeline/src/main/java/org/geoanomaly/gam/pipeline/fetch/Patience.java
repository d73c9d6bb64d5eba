package org.geoanomaly.gam.pipeline.fetch;

import dev.failsafe.RetryPolicy;
import java.net.http.HttpClient;
import java.time.Duration;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.jspecify.annotations.Nullable;

/** How often and after which pauses a server is asked again. Thread-safe. */
record Patience(DownloadPolicy policy, ProgressListener listener) {
    /** A client that follows redirects, but never from https to http; it knows no other schemes. */
    HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(policy.connectTimeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Tries again after a {@link TransferException}, and says so.
     *
     * @param subject what is asked for, in the words of the message
     */
    RetryPolicy<Object> retries(String subject) {
        return RetryPolicy.builder()
                .handle(TransferException.class)
                .withMaxRetries(policy.retries())
                .withBackoff(policy.firstPause(), policy.longestPause())
                .withDelayFn(context -> pause(context.getLastException()))
                .onRetry(event -> listener.info(
                        "download",
                        subject + ": " + message(event.getLastException()) + "; attempt "
                                + (event.getAttemptCount() + 1) + " of " + (policy.retries() + 1)))
                .build();
    }

    /** What the server asked for, within our limit; a negative pause means the policy's own. */
    private Duration pause(@Nullable Throwable failure) {
        Duration asked = failure instanceof TransferException t ? t.pause() : null;
        if (asked == null || asked.isNegative()) {
            return Duration.ofNanos(-1);
        }
        return asked.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : asked;
    }

    static String message(@Nullable Throwable failure) {
        return failure == null ? "failed" : String.valueOf(failure.getMessage());
    }
}
