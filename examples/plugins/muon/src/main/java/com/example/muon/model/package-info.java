/** Density contrasts in cells from mean contrasts along lines of sight. */
@NullMarked
package com.example.muon.model;

import org.jspecify.annotations.NullMarked;
