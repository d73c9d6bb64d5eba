/**
 * Numbers in large text files: an exact and fast decimal scanner, and a way to walk the lines of a file on several threads. Every text
 * format needs both, and formats do not know each other, so they live beside the vocabulary of values.
 */
@NullMarked
package org.geoanomaly.gam.grid.text;

import org.jspecify.annotations.NullMarked;
