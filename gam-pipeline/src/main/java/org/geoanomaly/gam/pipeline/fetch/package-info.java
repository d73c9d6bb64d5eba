/**
 * Downloads that survive bad networks: resumed by Range, retried with growing pauses, limited in size, verified by checksum, and put in
 * place in one step. A <em>partial</em> is the {@code .part} file of a download that has not ended; its <em>validator</em> is the ETag or
 * modification date that says whether the server still has the same content.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.fetch;

import org.jspecify.annotations.NullMarked;
