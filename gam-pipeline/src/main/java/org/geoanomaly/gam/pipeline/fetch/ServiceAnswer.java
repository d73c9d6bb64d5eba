package org.geoanomaly.gam.pipeline.fetch;

/**
 * What a web service answered.
 *
 * @param status of HTTP; 200 means that the content is in the target
 * @param message the beginning of the body of any other answer, empty if it had none
 */
public record ServiceAnswer(int status, String message) {
    /** Whether the content has arrived. */
    public boolean ok() {
        return status == 200;
    }
}
