package org.geoanomaly.gam.pipeline.webtile;

/**
 * How an archive differs from the tiles that its grid should give.
 *
 * @param tiles tiles compared, stored or absent
 * @param missing tiles that should be stored but are not
 * @param surplus tiles that are stored but have no valid pixel
 * @param maxCodeDifference largest difference of codes over pixels that are valid in both
 * @param differentPixels valid pixels whose codes differ
 * @param holeDifferences pixels that are valid in one and no-data in the other
 * @param worst the tile with the largest difference as {@code z/x/y}, empty if there is none
 */
public record WebTileComparison(
        long tiles,
        long missing,
        long surplus,
        int maxCodeDifference,
        long differentPixels,
        long holeDifferences,
        String worst) {
    static final WebTileComparison NONE = new WebTileComparison(0, 0, 0, 0, 0, 0, "");

    /** Whether codes differ by at most {@code tolerance} and nothing is missing or too much. */
    public boolean within(int tolerance) {
        return missing == 0 && surplus == 0 && holeDifferences == 0 && maxCodeDifference <= tolerance;
    }

    /** Both together; of equally bad tiles the first one counts as the worst. */
    WebTileComparison plus(WebTileComparison o) {
        return new WebTileComparison(
                tiles + o.tiles,
                missing + o.missing,
                surplus + o.surplus,
                Math.max(maxCodeDifference, o.maxCodeDifference),
                differentPixels + o.differentPixels,
                holeDifferences + o.holeDifferences,
                o.maxCodeDifference > maxCodeDifference ? o.worst : worst);
    }
}
