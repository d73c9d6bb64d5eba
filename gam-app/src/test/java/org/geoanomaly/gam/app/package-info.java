@NullMarked
package org.geoanomaly.gam.app;

import org.jspecify.annotations.NullMarked;
