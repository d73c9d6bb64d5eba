/**
 * The report of a regional run: one HTML file that opens from a disk and asks nothing of a network. Its pictures, numbers, styles and
 * scripts are inside; a content security policy lets nothing else run. Texts of any origin are escaped.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.visual.report;

import org.jspecify.annotations.NullMarked;
