package com.example.muon.physics;

/**
 * Muons at sea level by energy and direction: Gaisser's formula with the changes of Guan, Chu, Cao, Luk and Yang (2015, "A parametrization of
 * the cosmic-ray muon flux at sea-level", arXiv:1509.06176, eq. 3) for energies below 100/cosθ GeV, where muons decay on their way, and for
 * large zenith angles, where the atmosphere is curved (their eq. 2, after Chirkin 2003).
 *
 * <p>It is a fit to data of several experiments that differ by 10 to 15 %; season, air pressure and altitude are not in it. What a detector
 * needs is a scale measured under the open sky.
 */
public final class MuonSpectrum {
    private static final double P1 = 0.102573;
    private static final double P2 = -0.068287;
    private static final double P3 = 0.958633;
    private static final double P4 = 0.0407253;
    private static final double P5 = 0.817285;

    private static final double PER_SQUARE_METRE = 1e4;

    private MuonSpectrum() {}

    /** Cosine of the zenith angle where the muon was made, from the one at the ground; eq. 2. */
    public static double cosAtProduction(double cosZenith) {
        double square = cosZenith * cosZenith + P1 * P1 + P2 * Math.pow(cosZenith, P3) + P4 * Math.pow(cosZenith, P5);
        return Math.sqrt(square / (1.0 + P1 * P1 + P2 + P4));
    }

    /**
     * Differential intensity, m⁻² s⁻¹ sr⁻¹ GeV⁻¹; eq. 3.
     *
     * @param energy total energy at the ground, GeV
     * @param cosStar {@link #cosAtProduction}
     */
    public static double differential(double energy, double cosStar) {
        double hardened = energy * (1.0 + 3.64 / (energy * Math.pow(cosStar, 1.29)));
        double pions = 1.0 / (1.0 + 1.1 * energy * cosStar / 115.0);
        double kaons = 0.054 / (1.0 + 1.1 * energy * cosStar / 850.0);
        return PER_SQUARE_METRE * 0.14 * Math.pow(hardened, -2.7) * (pions + kaons);
    }
}
