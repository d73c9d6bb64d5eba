package org.geoanomaly.gam.pipeline.store;

/**
 * A file that a run wrote.
 *
 * @param path relative to the output directory, with {@code /}, such as {@code cog/mag/z0p1d/tiles/t_N30_E120.tif}
 * @param size bytes
 * @param sha256 of its content, hexadecimal
 */
public record ProductFile(String path, long size, String sha256) {
    public ProductFile {
        if (!isInside(path)) {
            throw new IllegalArgumentException("'" + path + "' is not a path below the output directory");
        }
        if (size < 0 || !Sha256.isHex(sha256)) {
            throw new IllegalArgumentException(path + ": size " + size + " and sha256 '" + sha256 + "' are impossible");
        }
    }

    /** Whether a path is relative, written with slashes, and does not climb out. */
    public static boolean isInside(String path) {
        if (path.isEmpty() || path.contains("\\") || path.contains(":") || path.indexOf('\0') >= 0) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
