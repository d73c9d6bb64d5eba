/**
 * From rock to muon counts and back. Opacity is density times length along a line of sight, kg/m² (1 hg/cm² = 1 metre water equivalent =
 * 1000 kg/m²); intensity is muons per m², second and steradian. Pure functions, no input or output.
 */
@NullMarked
package com.example.muon.physics;

import org.jspecify.annotations.NullMarked;
