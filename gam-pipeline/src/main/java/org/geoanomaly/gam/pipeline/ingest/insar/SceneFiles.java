package org.geoanomaly.gam.pipeline.ingest.insar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.geoanomaly.gam.pipeline.config.SourceSpec;
import org.jspecify.annotations.Nullable;

/** The files of a scene by what they are for. */
final class SceneFiles {
    /** What a file is for. */
    enum Role {
        PRODUCT,
        COHERENCE,
        COMPONENTS,
        MASK,
        DEM,
        INCIDENCE,
        LOS_EAST,
        LOS_NORTH,
        LOS_UP,
        LV_THETA,
        LV_PHI
    }

    private final Map<Role, Path> files;

    SceneFiles(Map<Role, Path> files) {
        this.files = new EnumMap<>(files);
    }

    Path product() {
        Path product = files.get(Role.PRODUCT);
        if (product == null) {
            throw new IllegalStateException("a scene without a product");
        }
        return product;
    }

    @Nullable
    Path find(Role role) {
        return files.get(role);
    }

    /** What the configuration names beside the product, in the order of the roles. */
    static Map<Role, String> named(SourceSpec.Scene scene) {
        Map<Role, String> named = new LinkedHashMap<>();
        put(named, Role.COHERENCE, scene.coherence());
        put(named, Role.COMPONENTS, scene.components());
        put(named, Role.MASK, scene.mask());
        put(named, Role.DEM, scene.dem());
        put(named, Role.INCIDENCE, scene.incidenceFile());
        put(named, Role.LOS_EAST, scene.losEast());
        put(named, Role.LOS_NORTH, scene.losNorth());
        put(named, Role.LOS_UP, scene.losUp());
        put(named, Role.LV_THETA, scene.lvTheta());
        put(named, Role.LV_PHI, scene.lvPhi());
        return named;
    }

    private static void put(Map<Role, String> named, Role role, @Nullable String file) {
        if (file != null) {
            named.put(role, file);
        }
    }

    /** Files that lie beside a product under the names that its maker gives them, for roles that nothing was named for. */
    static Map<Role, Path> companions(Path product, Map<Role, String> named) throws IOException {
        String name = String.valueOf(product.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        Map<Role, String> endings = new LinkedHashMap<>();
        String stem = "";
        if (lower.endsWith("_unw_phase.tif") || lower.endsWith("_los_disp.tif")) {
            stem = name.substring(0, lower.endsWith("_unw_phase.tif") ? name.length() - 14 : name.length() - 13);
            endings.put(Role.COHERENCE, "_corr.tif");
            endings.put(Role.COMPONENTS, "_conncomp.tif");
            endings.put(Role.MASK, "_water_mask.tif");
            endings.put(Role.DEM, "_dem.tif");
            endings.put(Role.LV_THETA, "_lv_theta.tif");
            endings.put(Role.LV_PHI, "_lv_phi.tif");
        } else if (lower.endsWith(".geo.unw.tif")) {
            stem = name.substring(0, name.length() - 12);
            endings.put(Role.COHERENCE, ".geo.cc.tif");
        }
        Map<Role, Path> found = new LinkedHashMap<>();
        for (Map.Entry<Role, String> ending : endings.entrySet()) {
            Path beside = product.resolveSibling(stem + ending.getValue());
            if (!named.containsKey(ending.getKey()) && Files.isRegularFile(beside)) {
                found.put(ending.getKey(), beside);
            }
        }
        return found;
    }
}
