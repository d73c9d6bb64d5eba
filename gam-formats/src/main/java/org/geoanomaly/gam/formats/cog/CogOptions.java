package org.geoanomaly.gam.formats.cog;

import java.io.Serializable;
import java.util.List;

/**
 * How a file is laid out.
 *
 * @param blockSize edge of the square blocks in cells, a multiple of 16
 * @param predictor 1 none, 2 horizontal differencing of the 32-bit patterns, 3 floating point (TIFF Technical Note 3)
 * @param deflateLevel 0 (stored) to 9 (smallest)
 * @param overviewFactors decimation factors, ascending; a level that would be no smaller than the one before is left out
 * @param overviewResampling how overviews are made
 */
public record CogOptions(
        int blockSize,
        int predictor,
        int deflateLevel,
        List<Integer> overviewFactors,
        OverviewResampling overviewResampling)
        implements Serializable {
    private static final int MAX_BLOCK = 4096;

    /** 512 x 512 blocks, predictor 2, level 9, overviews 2, 4, 8, 16 by averaging. */
    public static final CogOptions DEFAULT =
            new CogOptions(512, 2, 9, List.of(2, 4, 8, 16), OverviewResampling.AVERAGE);

    public CogOptions {
        overviewFactors = List.copyOf(overviewFactors);
        if (blockSize < 16 || blockSize > MAX_BLOCK || blockSize % 16 != 0) {
            throw new IllegalArgumentException(
                    "block size " + blockSize + " is not a multiple of 16 between 16 and " + MAX_BLOCK);
        }
        if (predictor < 1 || predictor > 3) {
            throw new IllegalArgumentException("predictor " + predictor + " is not 1, 2 or 3");
        }
        if (deflateLevel < 0 || deflateLevel > 9) {
            throw new IllegalArgumentException("deflate level " + deflateLevel + " is not within 0..9");
        }
        int previous = 1;
        for (int factor : overviewFactors) {
            if (factor <= previous) {
                throw new IllegalArgumentException(
                        "overview factors " + overviewFactors + " do not ascend from 2 or more");
            }
            previous = factor;
        }
    }

    public CogOptions withBlockSize(int size) {
        return new CogOptions(size, predictor, deflateLevel, overviewFactors, overviewResampling);
    }

    public CogOptions withPredictor(int number) {
        return new CogOptions(blockSize, number, deflateLevel, overviewFactors, overviewResampling);
    }

    public CogOptions withDeflateLevel(int level) {
        return new CogOptions(blockSize, predictor, level, overviewFactors, overviewResampling);
    }

    public CogOptions withOverviews(List<Integer> factors, OverviewResampling resampling) {
        return new CogOptions(blockSize, predictor, deflateLevel, factors, resampling);
    }
}
