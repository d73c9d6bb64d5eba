package org.geoanomaly.gam.pipeline.invert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.geoanomaly.gam.formats.netcdf.NetcdfProduct;
import org.geoanomaly.gam.formats.netcdf.NetcdfWriter;
import org.geoanomaly.gam.formats.vtk.ImageData;
import org.geoanomaly.gam.formats.vtk.VtiWriter;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.geoanomaly.gam.grid.geometry.Crs;
import org.geoanomaly.gam.grid.geometry.GridGeometry;
import org.geoanomaly.gam.grid.geometry.Registration;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.store.AtomicFile;
import org.jspecify.annotations.Nullable;

/** Writes what an inversion found, without the padding: {@code model.csv, model.nc, model.vti, predicted.csv, inversion.json}. */
final class InvertProducts {
    private final InvertRequest request;
    private final InvertData data;
    private final InvertOutcome outcome;
    private final RegularMesh mesh;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int pad;

    InvertProducts(InvertRequest request, InvertData data, InvertOutcome outcome) {
        this.request = request;
        this.data = data;
        this.outcome = outcome;
        this.mesh = outcome.mesh();
        this.nx = request.mesh().nx();
        this.ny = request.mesh().ny();
        this.nz = request.mesh().nz();
        this.pad = request.mesh().padding();
    }

    /** Each file in its own task; the report last, so that it stands for all. */
    void write(Workers workers, long startNanos) {
        float[] model = core(outcome.model());
        double[] deviation = outcome.deviation();
        float[] spread = deviation == null ? null : core(deviation);
        List<Runnable> files = List.of(
                () -> AtomicFile.write(
                        request.output().resolve("model.csv"),
                        out -> new InvertTables(request, outcome).model(model, spread, out)),
                () -> netcdf(model, spread),
                () -> AtomicFile.write(
                        request.output().resolve("predicted.csv"),
                        out -> new InvertTables(request, outcome).predicted(data, out)),
                () -> AtomicFile.write(
                        request.output().resolve("model.vti"), out -> VtiWriter.write(image(model, spread), out)));
        workers.forEach(files.size(), i -> files.get(i).run());
        AtomicFile.write(
                request.output().resolve("inversion.json"),
                InvertReport.bytes(request, outcome, data, (System.nanoTime() - startNanos) * 1e-9));
    }

    /** Cells of the mesh asked for, layers downwards, rows northwards. */
    private float[] core(double[] values) {
        float[] out = new float[nx * ny * nz];
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                int from = mesh.index(pad, pad + j, k);
                for (int i = 0; i < nx; i++) {
                    out[(k * ny + j) * nx + i] = (float) values[from + i];
                }
            }
        }
        return out;
    }

    private ImageData image(float[] model, float @Nullable [] spread) {
        InvertMesh.Spacing s = request.mesh().spacing();
        double[] origin = {mesh.west(pad), mesh.south(pad), mesh.top() - mesh.depth(nz)};
        ImageData image = new ImageData(new int[] {nx, ny, nz}, origin, new double[] {s.dx(), s.dy(), s.dz()});
        image.field("data", upwards(model));
        return spread == null ? image : image.field("uncertainty", upwards(spread));
    }

    private float[] upwards(float[] values) {
        float[] out = new float[values.length];
        int layer = nx * ny;
        for (int k = 0; k < nz; k++) {
            System.arraycopy(values, k * layer, out, (nz - 1 - k) * layer, layer);
        }
        return out;
    }

    private float[] fromNorth(float[] values) {
        float[] out = new float[values.length];
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                System.arraycopy(values, (k * ny + j) * nx, out, (k * ny + ny - 1 - j) * nx, nx);
            }
        }
        return out;
    }

    private void netcdf(float[] model, float @Nullable [] spread) {
        InvertMesh.Spacing s = request.mesh().spacing();
        GridGeometry geometry = new GridGeometry(
                Crs.UNKNOWN, mesh.west(pad), mesh.south(pad + ny), s.dx(), s.dy(), nx, ny, Registration.CELL);
        double[] depths = new double[nz];
        for (int k = 0; k < nz; k++) {
            depths[k] = 0.5 * (mesh.depth(k) + mesh.depth(k + 1)) - mesh.top();
        }
        InvertField field = request.field();
        NetcdfProduct product = NetcdfProduct.ofModel(geometry, depths)
                .attribute("title", field.property() + " from inversion of " + field.id())
                .layer("data", field.property(), field.modelUnit(), fromNorth(model));
        if (spread != null) {
            product.layer(
                    "uncertainty", "standard deviation of " + field.property(), field.modelUnit(), fromNorth(spread));
        }
        double[] prior = outcome.prior();
        if (prior != null) {
            product.layer(
                    "prior_uncertainty",
                    "standard deviation of " + field.property() + " without the data",
                    field.modelUnit(),
                    fromNorth(core(prior)));
        }
        try {
            NetcdfWriter.write(request.output().resolve("model.nc"), product);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
