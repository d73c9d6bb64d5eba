package org.geoanomaly.gam.pipeline.data;

import org.geoanomaly.gam.pipeline.config.Priors;

/**
 * What a modality is about, as the inverter that serves it declares. Everything that the program does with a modality beyond its own
 * inversion follows from this.
 *
 * @param modality name in the configuration: a lower-case letter, then letters, digits and _
 * @param label for people, such as {@code muon tomography}
 * @param property of every model that the inverter makes of it
 * @param prior of the property before any data, unless the configuration says otherwise under {@code modeling.priors}; its standard deviation
 *     is 1 in the fused score
 * @param positive word for bodies with more of the property, such as {@code dense}: part of the type of an anomaly
 * @param negative word for bodies with less of it
 * @param vantage where its observations are made
 */
public record ModalityDescription(
        String modality,
        String label,
        PropertyModel.Property property,
        Priors.Prior prior,
        String positive,
        String negative,
        Vantage vantage) {
    /** Where observations are made. */
    public enum Vantage {
        /** Above the cells: the mesh begins below the lowest observations. */
        ABOVE,
        /**
         * Anywhere, since rays or lines of sight pass through cells: they do not tell where the mesh begins. If their source states a
         * resolution, that is what the data support; else it follows from the places of their ends.
         */
        THROUGH
    }

    private static final String NAME = "[a-z][a-z0-9_]{0,40}";
    private static final String WORD = "[a-z][a-z0-9]{0,30}";

    /** @throws IllegalArgumentException if a name or a word could not be part of a file name or a type */
    public ModalityDescription {
        if (!modality.matches(NAME)) {
            throw new IllegalArgumentException("modality '" + modality + "' is not of the form " + NAME);
        }
        if (!positive.matches(WORD) || !negative.matches(WORD)) {
            throw new IllegalArgumentException("the words '" + positive + "' and '" + negative + "' of " + modality
                    + " are not of the form " + WORD);
        }
        if (!(prior.std() > 0) || !Double.isFinite(prior.std() + prior.mean()) || !(prior.lower() < prior.upper())) {
            throw new IllegalArgumentException("the prior of " + modality + " is impossible: " + prior);
        }
    }
}
