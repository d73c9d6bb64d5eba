/**
 * The record of a run: which configuration, which inputs with their origin and checksum, which outputs. A master manifest for the whole and
 * one small record for each input.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.manifest;

import org.jspecify.annotations.NullMarked;
