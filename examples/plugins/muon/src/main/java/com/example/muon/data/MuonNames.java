package com.example.muon.data;

/** Names of columns beside those of every table of points. */
public final class MuonNames {
    public static final String MODALITY = "muon";
    /** Number of the detector, from 0 in the order of the file. */
    public static final String DETECTOR = "detector";
    /** Height of the detector above sea level, m. Not {@code height}: a detector under the ground does not say where the ground begins. */
    public static final String DETECTOR_HEIGHT = "detector_height";
    /** Degrees clockwise from north. */
    public static final String AZIMUTH = "azimuth";
    /** Degrees from the vertical. */
    public static final String ZENITH = "zenith";
    /** Area × efficiency × solid angle × time × scale of the flux, m² sr s. */
    public static final String EXPOSURE = "exposure";
    /** Kinetic energy that a muon needs to be counted, GeV. */
    public static final String THRESHOLD = "threshold";
    /** Length in rock, m. */
    public static final String ROCK = "rock";
    /** Muons counted; in observations. */
    public static final String COUNTS = "counts";
    /** Density that contrasts refer to, kg/m³; in observations. */
    public static final String REFERENCE = "reference";

    private MuonNames() {}
}
