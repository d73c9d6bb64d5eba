package org.geoanomaly.gam.pipeline.model;

import java.util.Set;
import org.geoanomaly.gam.geophysics.magnetic.AmbientField;
import org.geoanomaly.gam.geophysics.operator.FieldKernel;
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.pipeline.config.ModelingSection;
import org.geoanomaly.gam.pipeline.config.Priors;
import org.geoanomaly.gam.pipeline.data.ModalityDescription;
import org.geoanomaly.gam.pipeline.data.ProcessedData;
import org.geoanomaly.gam.pipeline.data.PropertyModel;
import org.geoanomaly.gam.pipeline.error.PreprocessingException;

/**
 * What a modality's field says about which property.
 *
 * @param kernel field of a unit of the property, in dataUnit
 * @param factor from the data's own unit to dataUnit
 * @param prior what is known of the property
 */
record FieldModel(
        FieldKernel kernel, Unit dataUnit, double factor, PropertyModel.Property property, Priors.Prior prior) {
    static final String GRAVITY = "gravity";
    static final String MAGNETIC = "magnetic";
    static final Set<String> MODALITIES = Set.of(GRAVITY, MAGNETIC);
    private static final PropertyModel.Property DENSITY =
            new PropertyModel.Property("density_contrast", Unit.KILOGRAM_PER_CUBIC_METRE);
    private static final PropertyModel.Property SUSCEPTIBILITY =
            new PropertyModel.Property("magnetic_susceptibility", Unit.SUSCEPTIBILITY);

    /** What gravity or magnetic data are about. */
    static ModalityDescription describe(String modality) {
        boolean magnetic = modality.equals(MAGNETIC);
        return new ModalityDescription(
                modality,
                magnetic ? "magnetic anomalies" : "gravity anomalies",
                magnetic ? SUSCEPTIBILITY : DENSITY,
                magnetic ? Priors.DEFAULT.magnetic() : Priors.DEFAULT.gravity(),
                magnetic ? "magnetic" : "dense",
                magnetic ? "nonmagnetic" : "light",
                ModalityDescription.Vantage.ABOVE);
    }

    /**
     * The physics of data.
     *
     * @throws org.geoanomaly.gam.grid.error.UnitMismatchException if their unit is not that of such a field
     * @throws PreprocessingException if magnetic data come without the ambient field
     */
    static FieldModel of(ProcessedData data, ModelingSection settings) {
        if (data.modality().equals(MAGNETIC)) {
            ProcessedData.Ambient field = data.ambient();
            if (field == null) {
                throw new PreprocessingException(
                        "the magnetic data come without the Earth's field that magnetises the rocks",
                        "set data.sources.main_field, or choose another preprocessing.preprocessor",
                        null);
            }
            return new FieldModel(
                    FieldKernel.tmi(new AmbientField(field.intensity(), field.inclination(), field.declination())),
                    Unit.NANOTESLA,
                    data.unit().factorTo(Unit.NANOTESLA),
                    SUSCEPTIBILITY,
                    settings.priors().magnetic());
        }
        return new FieldModel(
                FieldKernel.gz(),
                Unit.MILLIGAL,
                data.unit().factorTo(Unit.MILLIGAL),
                DENSITY,
                settings.priors().gravity());
    }
}
