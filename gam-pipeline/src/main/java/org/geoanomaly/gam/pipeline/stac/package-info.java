/**
 * What a run wrote, as a SpatioTemporal Asset Catalog (STAC 1.1.0): one Item beside each tile (its <em>sidecar</em>), one Collection for
 * each layer, one Catalog above them. Beside the STAC fields a sidecar carries flat ones ({@code layer}, {@code crs}, {@code grid}, {@code
 * sources}, {@code processing_steps}, {@code statistics}, {@code checksum}) and {@code gam:*} extras. All links are relative, so a copied
 * output directory stays a valid catalogue.
 */
@NullMarked
package org.geoanomaly.gam.pipeline.stac;

import org.jspecify.annotations.NullMarked;
