package org.geoanomaly.gam.geophysics.deformation.fit;

import java.util.List;
import org.geoanomaly.gam.geophysics.deformation.DeformationSource;

/**
 * A kind of source: where and how it lies is found by search, how strong it is follows by linear least squares. Implementations are
 * immutable.
 */
public sealed interface SourceShape permits PointSource, RectangleSource {
    /** Names of what is searched for, in the order of its numbers. */
    List<String> places();

    /** Names of what follows, each a factor of the displacement. */
    List<String> strengths();

    /**
     * The source with each strength 1 in turn and the others 0.
     *
     * @param parameters numbers of several sources
     * @param from where this source's begin
     */
    List<DeformationSource> units(double[] parameters, int from);
}
