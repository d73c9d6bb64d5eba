/**
 * What every plugin must keep to, as tests. An author extends the contract of each kind, hands it the plugin and a small request, and runs it
 * with JUnit; the program's own plugins run the same. The package is published as the test jar of {@code gam-pipeline}.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.contract;

import org.jspecify.annotations.NullMarked;
