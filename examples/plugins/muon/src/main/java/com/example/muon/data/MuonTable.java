package com.example.muon.data;

import java.util.List;

/**
 * A file of counts.
 *
 * @param survey what holds for all rows
 * @param rows one for each detector and direction
 */
public record MuonTable(Survey survey, List<Row> rows) {
    public MuonTable {
        rows = List.copyOf(rows);
    }

    /**
     * What holds for all rows.
     *
     * @param resolution size of the smallest bodies that the lines of sight can tell apart, m: cells are no smaller unless asked for
     * @param fluxScale counts under the open sky over those that the spectrum gives there
     * @param threshold kinetic energy that a muon needs to be counted, GeV
     * @param synthetic whether somebody made the counts up
     */
    public record Survey(double resolution, double fluxScale, double threshold, boolean synthetic) {}

    /**
     * Muons from one direction.
     *
     * @param detector its name
     * @param longitude degrees WGS84
     * @param latitude degrees WGS84
     * @param height above sea level, m
     * @param azimuth of the middle of the bin, degrees clockwise from north
     * @param zenith of the middle of the bin, degrees
     * @param solidAngle of the bin, sr
     * @param area of the detector seen from there × efficiency, m²
     * @param days of exposure
     * @param counts muons
     * @param rock length in rock, m; NaN if the file does not say
     */
    public record Row(
            String detector,
            double longitude,
            double latitude,
            double height,
            double azimuth,
            double zenith,
            double solidAngle,
            double area,
            double days,
            double counts,
            double rock) {
        /** m² sr s. */
        double exposure(double scale) {
            return solidAngle * area * days * 86_400.0 * scale;
        }
    }
}
