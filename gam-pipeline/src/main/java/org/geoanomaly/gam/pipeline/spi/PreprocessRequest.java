package org.geoanomaly.gam.pipeline.spi;

import org.geoanomaly.gam.pipeline.config.PreprocessingSection;
import org.geoanomaly.gam.pipeline.data.RawData;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.jspecify.annotations.Nullable;

/**
 * What a preprocessor works on.
 *
 * @param data as published
 * @param area the tile, its frame and the mesh below it
 * @param coarsening how many columns of the tile's mesh, each way, this modality's data can tell apart: its lattice has a node at the
 *     centre of every block of that many columns
 * @param settings of the configuration
 * @param terrain heights above sea level in metres over the area and beyond, if the configuration names a model
 * @param mainField of the Earth, spherical harmonics, for magnetic data
 */
public record PreprocessRequest(
        RawData data,
        TileArea area,
        int coarsening,
        PreprocessingSection settings,
        RawData.@Nullable Gridded terrain,
        MainField mainField) {}
