/** The global job as users meet it: killed and resumed, on the real globe, and with hostile inputs. */
@NullMarked
package org.geoanomaly.gam.app.global;

import org.jspecify.annotations.NullMarked;
