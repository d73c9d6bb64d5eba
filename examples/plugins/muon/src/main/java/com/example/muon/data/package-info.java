/** Files of muon counts, and what of them is inverted: mean density contrasts along lines of sight. */
@NullMarked
package com.example.muon.data;

import org.jspecify.annotations.NullMarked;
