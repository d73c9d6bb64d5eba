/** The sky as muon detectors see it. */
@NullMarked
package com.example.muon.plot;

import org.jspecify.annotations.NullMarked;
