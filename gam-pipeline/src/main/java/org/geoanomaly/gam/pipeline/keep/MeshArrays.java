package org.geoanomaly.gam.pipeline.keep;

import java.util.Arrays;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.cache.HdfArrays;

/** A mesh as two arrays: origin and spacing, and the thickness of layers. */
final class MeshArrays {
    private static final String PLACE = "mesh_place";
    private static final String THICKNESS = "mesh_thickness";

    private MeshArrays() {}

    static void add(HdfArrays.Builder out, RegularMesh mesh) {
        double[] thickness = new double[mesh.nz()];
        Arrays.setAll(thickness, mesh::thickness);
        out.add(PLACE, new double[] {mesh.west(0), mesh.south(0), mesh.top(), mesh.nx(), mesh.ny(), mesh.dx(), mesh.dy()
        });
        out.add(THICKNESS, thickness);
    }

    static RegularMesh of(HdfArrays in) {
        double[] p = in.doubles(PLACE);
        if (p.length != 7) {
            throw new StaleProductException("its mesh is not as expected");
        }
        return RegularMesh.of(
                new double[] {p[0], p[1], p[2]},
                (int) p[3],
                (int) p[4],
                new double[] {p[5], p[6]},
                in.doubles(THICKNESS));
    }
}
