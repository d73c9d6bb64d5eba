package org.geoanomaly.gam.pipeline.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.unit.Unit;

/**
 * Which grid to read.
 *
 * @param path of the file, which may be compressed
 * @param format if it is not to be found out
 * @param part which of several grids
 * @param stated what is known better than the file says
 * @param threads how many may parse
 * @param scratch directory for decompressed files; the system's own if empty
 */
public record GridRequest(
        Path path, Optional<GridFormat> format, Part part, Stated stated, int threads, Optional<Path> scratch) {

    /** The variable of an ICGEM grid that stands for the heights of its values where it has such a column, else for the values. */
    public static final String HEIGHTS = "heights";

    /**
     * A part of a file.
     *
     * @param member file within an archive
     * @param variable NetCDF variable, EMAG2 column, or column of a table of points
     * @param index plane along a leading dimension, or band of a GeoTIFF, from 0
     */
    public record Part(Optional<String> member, Optional<String> variable, OptionalInt index) {
        public static final Part ONLY = new Part(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /**
     * Facts that take the place of those in the file.
     *
     * @param noData values that mean no-data besides those the file names
     * @param quantity what the values are, in words
     */
    public record Stated(Optional<Unit> unit, Optional<Crs> crs, List<Double> noData, Optional<String> quantity) {
        public static final Stated NOTHING =
                new Stated(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

        public Stated {
            noData = List.copyOf(noData);
        }
    }

    public GridRequest {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads cannot read");
        }
    }

    /** The only grid of a file, as the file describes it, with one thread for each processor. */
    public static GridRequest of(Path path) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new GridRequest(path, Optional.empty(), Part.ONLY, Stated.NOTHING, threads, Optional.empty());
    }

    public GridRequest withFormat(GridFormat wanted) {
        return new GridRequest(path, Optional.of(wanted), part, stated, threads, scratch);
    }

    public GridRequest withVariable(String variable) {
        Part named = new Part(part.member, Optional.of(variable), part.index);
        return new GridRequest(path, format, named, stated, threads, scratch);
    }

    public GridRequest withIndex(int index) {
        Part indexed = new Part(part.member, part.variable, OptionalInt.of(index));
        return new GridRequest(path, format, indexed, stated, threads, scratch);
    }

    public GridRequest withMember(String member) {
        Part within = new Part(Optional.of(member), part.variable, part.index);
        return new GridRequest(path, format, within, stated, threads, scratch);
    }

    public GridRequest withStated(Stated facts) {
        return new GridRequest(path, format, part, facts, threads, scratch);
    }

    public GridRequest withUnit(Unit unit) {
        return withStated(new Stated(Optional.of(unit), stated.crs, stated.noData, stated.quantity));
    }

    public GridRequest withThreads(int count) {
        return new GridRequest(path, format, part, stated, count, scratch);
    }

    public GridRequest withScratch(Path directory) {
        return new GridRequest(path, format, part, stated, threads, Optional.of(directory));
    }
}
