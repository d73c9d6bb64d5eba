package org.geoanomaly.gam.pipeline.config;

import java.io.Serializable;

/**
 * The section about what happens to data before the inversion.
 *
 * @param preprocessor name of the preprocessor; plugins may add some
 * @param gridRes cell size of the working grid in degrees; where the data support less, the grid is coarser
 */
public record PreprocessingSection(
        String preprocessor, double gridRes, FilterParams filterParams, Corrections corrections, Regional regional)
        implements Serializable {
    public static final PreprocessingSection DEFAULT =
            new PreprocessingSection("standard", 0.1, FilterParams.DEFAULT, Corrections.DEFAULT, Regional.DEFAULT);

    /** The same without the removal of a regional field. */
    public PreprocessingSection withoutRegional() {
        return new PreprocessingSection(
                preprocessor,
                gridRes,
                filterParams,
                corrections,
                new Regional(RegionalMethod.NONE, regional.degree(), regional.wavelengthKm()));
    }

    static PreprocessingSection read(SectionReader in) {
        return new PreprocessingSection(
                in.text("preprocessor", DEFAULT.preprocessor),
                in.number("grid_res", DEFAULT.gridRes, Limits.upTo(10)),
                in.section("filter_params", FilterParams::read),
                in.section("corrections", Corrections::read),
                in.section("regional", Regional::read));
    }
}
