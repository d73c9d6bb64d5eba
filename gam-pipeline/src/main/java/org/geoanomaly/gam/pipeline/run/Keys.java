package org.geoanomaly.gam.pipeline.run;

import java.util.Arrays;
import java.util.List;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.pipeline.config.CanonicalJson;
import org.geoanomaly.gam.pipeline.config.ProgramVersion;
import org.geoanomaly.gam.pipeline.data.TileArea;
import org.geoanomaly.gam.pipeline.source.ResolvedSource;
import org.geoanomaly.gam.pipeline.spi.DataRequest;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Hashes of everything that decides a product. */
final class Keys {
    private static final String BUILD = ProgramBuild.fingerprint();

    private Keys() {}

    /** Hash of words, and of the program itself: what another build made is not reused. */
    static String of(Object... parts) {
        StringBuilder text = new StringBuilder("gam ")
                .append(ProgramVersion.text())
                .append(' ')
                .append(BUILD);
        for (Object part : parts) {
            text.append('\n').append(part);
        }
        return Sha256.of(text.toString());
    }

    static String raw(String plugin, DataRequest request, List<ResolvedSource> located) {
        return of(
                "raw",
                plugin,
                request.modality(),
                CanonicalJson.of(request.source()),
                request.area(),
                request.spacingDeg(),
                located.stream().map(ResolvedSource::sha256).toList());
    }

    static String area(TileArea area) {
        return of(
                "area",
                area.core(),
                area.extent(),
                area.frame().latitude(),
                area.frame().longitude(),
                mesh(area.mesh()));
    }

    static String mesh(RegularMesh mesh) {
        double[] depths = new double[mesh.nz() + 1];
        Arrays.setAll(depths, mesh::depth);
        return mesh.west(0) + " " + mesh.south(0) + " " + mesh.top() + " " + mesh.nx() + "x" + mesh.ny() + " "
                + mesh.dx() + " " + mesh.dy() + " " + Arrays.toString(depths);
    }
}
