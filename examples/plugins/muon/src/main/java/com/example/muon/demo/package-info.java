/** Makes the data of the example. They are synthetic, and say so. */
@NullMarked
package com.example.muon.demo;

import org.jspecify.annotations.NullMarked;
