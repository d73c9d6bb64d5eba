package org.geoanomaly.gam.pipeline.refraction;

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
import org.geoanomaly.gam.grid.unit.Unit;
import org.geoanomaly.gam.grid.workers.Workers;
import org.geoanomaly.gam.pipeline.store.AtomicFile;

/** Writes {@code model.csv, model.nc, model.vti, section.png, predicted.csv} and, last, {@code inversion.json}. */
final class RefractionProducts {
    private final RefractionRequest request;
    private final RefractionSurvey survey;
    private final RefractionOutcome outcome;

    RefractionProducts(RefractionRequest request, RefractionSurvey survey, RefractionOutcome outcome) {
        this.request = request;
        this.survey = survey;
        this.outcome = outcome;
    }

    void write(Workers workers, long startNanos) {
        RefractionTables tables = new RefractionTables(survey, outcome);
        List<Runnable> files = List.of(
                () -> AtomicFile.write(request.output().resolve("model.csv"), tables::model),
                () -> AtomicFile.write(request.output().resolve("predicted.csv"), tables::predicted),
                this::netcdf,
                () -> AtomicFile.write(request.output().resolve("model.vti"), out -> VtiWriter.write(image(), out)),
                () -> AtomicFile.write(
                        request.output().resolve("section.png"), new SectionPicture(survey, outcome).png()));
        workers.forEach(files.size(), i -> files.get(i).run());
        AtomicFile.write(
                request.output().resolve("inversion.json"),
                RefractionReport.bytes(request, survey, outcome, (System.nanoTime() - startNanos) * 1e-9));
    }

    private ImageData image() {
        RegularMesh mesh = outcome.mesh();
        double[] origin = {mesh.west(0), mesh.south(0), mesh.top() - mesh.depth(mesh.nz())};
        return new ImageData(new int[] {mesh.nx(), 1, mesh.nz()}, origin, new double[] {
                    mesh.dx(), mesh.dy(), mesh.thickness(0)
                })
                .field("data", upwards(outcome.velocity()))
                .field("uncertainty", upwards(outcome.deviation()))
                .field("known", upwards(outcome.known()));
    }

    private float[] upwards(float[] values) {
        RegularMesh mesh = outcome.mesh();
        float[] out = new float[values.length];
        for (int k = 0; k < mesh.nz(); k++) {
            System.arraycopy(values, k * mesh.nx(), out, (mesh.nz() - 1 - k) * mesh.nx(), mesh.nx());
        }
        return out;
    }

    private void netcdf() {
        RegularMesh mesh = outcome.mesh();
        GridGeometry geometry = new GridGeometry(
                Crs.UNKNOWN, mesh.west(0), mesh.south(1), mesh.dx(), mesh.dy(), mesh.nx(), 1, Registration.CELL);
        double[] depths = new double[mesh.nz()];
        for (int k = 0; k < depths.length; k++) {
            depths[k] = 0.5 * (mesh.depth(k) + mesh.depth(k + 1)) - mesh.top();
        }
        NetcdfProduct product = NetcdfProduct.ofModel(geometry, depths)
                .attribute("title", "velocity of P waves from refraction first arrivals")
                .attribute("comment", "x along the profile, depth below height 0; NaN in the air")
                .layer("data", "velocity of P waves", Unit.KILOMETRE_PER_SECOND, outcome.velocity())
                .layer(
                        "uncertainty",
                        "standard deviation of the velocity",
                        Unit.KILOMETRE_PER_SECOND,
                        outcome.deviation())
                .layer(
                        "prior_uncertainty",
                        "standard deviation of the velocity without the data",
                        Unit.KILOMETRE_PER_SECOND,
                        outcome.prior())
                .layer(
                        "known",
                        "part of the prior variance that the data take away",
                        Unit.DIMENSIONLESS,
                        outcome.known());
        try {
            NetcdfWriter.write(request.output().resolve("model.nc"), product);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
