package com.example.muon.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.geoanomaly.gam.geophysics.operator.RegularMesh;
import org.junit.jupiter.api.Test;

final class LineOfSightTest {
    private static final RegularMesh MESH = RegularMesh.of(
            new double[] {-100, -80, 50}, 11, 9, new double[] {20, 17}, new double[] {5, 10, 20, 40, 80});

    @Test
    void lengthsInCellsAddUpToTheLengthInTheBox() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            LineOfSight line = new LineOfSight(
                    random.nextDouble(-150, 150),
                    random.nextDouble(-150, 150),
                    random.nextDouble(-150, 60),
                    random.nextDouble(360),
                    random.nextDouble(89));
            double far = random.nextDouble(10, 500);
            double sum = Arrays.stream(line.through(MESH, far).length()).sum();
            assertThat(sum).isCloseTo(inBox(line, far), within(1e-6));
        }
    }

    /** Kay and Kajiya's slabs. */
    private static double inBox(LineOfSight line, double far) {
        double from = 0;
        double to = far;
        double[][] slabs = {
            {MESH.west(0) - line.easting(), MESH.west(MESH.nx()) - line.easting(), line.east()},
            {MESH.south(0) - line.northing(), MESH.south(MESH.ny()) - line.northing(), line.north()},
            {MESH.top() - MESH.depth(MESH.nz()) - line.height(), MESH.top() - line.height(), line.up()}
        };
        for (double[] s : slabs) {
            from = Math.max(from, Math.min(s[0] / s[2], s[1] / s[2]));
            to = Math.min(to, Math.max(s[0] / s[2], s[1] / s[2]));
        }
        return Math.max(0, to - from);
    }

    @Test
    void aVerticalLineCrossesTheLayersOfItsColumn() {
        LineOfSight.Crossings c = new LineOfSight(-95, -75, -200, 123, 0).through(MESH, 1000);
        assertThat(c.length()).containsExactly(80, 40, 20, 10, 5);
        assertThat(c.cell()[0]).isEqualTo(MESH.index(0, 0, 4));
    }

    @Test
    void adjointOfTheOperatorIsItsTranspose() {
        SplittableRandom random = new SplittableRandom(5);
        LineOfSight.Crossings[] lines = new LineOfSight.Crossings[40];
        double[] rock = new double[lines.length];
        double[] deviation = new double[lines.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new LineOfSight(0, 0, -100, random.nextDouble(360), random.nextDouble(60)).through(MESH, 400);
            rock[i] = random.nextDouble(100, 200);
            deviation[i] = random.nextDouble(1, 5);
        }
        RayOperator g = new RayOperator(MESH.cells(), lines, rock, deviation);
        double[] m = random.doubles(MESH.cells()).toArray();
        double[] d = random.doubles(lines.length).toArray();
        double[] gm = new double[d.length];
        double[] gd = new double[m.length];
        g.apply(m, gm);
        g.applyAdjoint(d, gd);
        assertThat(dot(gm, d)).isCloseTo(dot(m, gd), withinPercentage(1e-9));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void rockBelowAPlaneIsItsDepthOverTheCosine() {
        Terrain plain = (e, n) -> 30;
        Terrain.Way way = plain.along(new LineOfSight(10, 20, -70, 45, 60), 500, 7);
        assertThat(way.rock()).isCloseTo(200, within(1e-9));
        assertThat(way.exit()).isCloseTo(200, within(1e-9));
    }

    /** A slope of 45°: z = −e, seen from 100 m below it along a horizontal distance, law of sines. */
    @Test
    void rockBelowASlopeFollowsTheLawOfSines() {
        Terrain slope = (e, n) -> -e;
        LineOfSight east = new LineOfSight(0, 0, -100, 90, 60);
        double expected = 100 * Math.sin(Math.toRadians(45)) / Math.sin(Math.toRadians(75));
        assertThat(slope.along(east, 300, 1).rock()).isCloseTo(expected, within(0.01));
    }

    @Test
    void aValleyOnTheWayIsNotRock() {
        Terrain ridges = (e, n) -> Math.abs(e - 100) < 20 ? -1000 : 50;
        Terrain.Way way = ridges.along(new LineOfSight(0, 0, 0, 90, 80), 60, 0.05);
        double whole = 50 / Math.cos(Math.toRadians(80));
        assertThat(way.rock()).isCloseTo(whole - 40 / Math.sin(Math.toRadians(80)), within(0.2));
    }
}
