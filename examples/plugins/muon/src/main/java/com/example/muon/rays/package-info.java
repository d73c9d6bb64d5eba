/** Straight lines of sight through a mesh and below a terrain surface. Metres; a direction is a unit vector east, north, up. */
@NullMarked
package com.example.muon.rays;

import org.jspecify.annotations.NullMarked;
