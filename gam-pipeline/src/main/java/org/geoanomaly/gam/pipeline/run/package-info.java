/**
 * The regional run: fetch, preprocess, invert, fuse and detect tile by tile, then merge, draw and report. Each stage is a class with a typed
 * input and output; its product is kept under a hash of everything that decides it, so that a run that was stopped or changed does again
 * only what it must.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.run;

import org.jspecify.annotations.NullMarked;
