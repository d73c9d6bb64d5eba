/**
 * Searches catalogues of radar scenes on the web: which scenes show an area, when, from which track, and where they can be had. Searching needs
 * no login; fetching most scenes does, and credentials for that come from the environment alone. A <em>token</em> never appears in messages,
 * logs or results.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.search;

import org.jspecify.annotations.NullMarked;
