package org.geoanomaly.gam.pipeline.validation.region;

import java.util.ArrayList;
import java.util.List;
import org.geoanomaly.gam.pipeline.validation.Finding;

/** Counts of what values should not be. */
final class Values {
    private int finite;
    private int infinite;
    private int negative;

    void add(double value) {
        if (Double.isInfinite(value)) {
            infinite++;
        } else if (!Double.isNaN(value)) {
            finite++;
            if (value < 0) {
                negative++;
            }
        }
    }

    /**
     * What is wrong with them.
     *
     * @param subject the file
     * @param name of the field
     */
    List<Finding> findings(String subject, String name) {
        List<Finding> findings = new ArrayList<>();
        if (infinite > 0) {
            findings.add(Finding.error(subject, name + " has " + infinite + " infinite values"));
        }
        if (name.endsWith("uncertainty") && negative > 0) {
            findings.add(Finding.error(subject, name + " has " + negative + " negative standard deviations"));
        }
        if (finite == 0) {
            findings.add(Finding.warning(subject, name + " has no value at all"));
        }
        return findings;
    }
}
