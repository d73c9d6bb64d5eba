package org.geoanomaly.gam.pipeline.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one component of a plugin's record of options accepts, beyond what its type says. Without it every value of the type is accepted and
 * the key may be left out. What several components decide together is checked by the constructor of the record, which throws {@link
 * IllegalArgumentException} with a sentence for the user.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** The least number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The greatest number. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} itself is out. */
    boolean above() default false;

    /** Whether the user must write it. */
    boolean required() default false;

    /** What to write, for the message where a required key is missing. */
    String help() default "";
}
