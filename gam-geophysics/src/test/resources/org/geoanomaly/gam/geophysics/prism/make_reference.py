#!/usr/bin/env python3
"""Writes prism_reference.csv: V = int dv/r over a prism and its derivatives, from the plain closed form in 80-digit arithmetic.

Needs mpmath. Inputs are the exact binary64 values that are printed. Output columns: west,east,south,north,bottom,top, e,n,u, then
V, Ve,Vn,Vu, Vee,Ven,Veu,Vnn,Vnu,Vuu, all lengths in metres.
"""
import itertools
import random
import mpmath as mp

mp.mp.dps = 80


def integrals(box, p):
    lo = [mp.mpf(box[2 * i]) - mp.mpf(p[i]) for i in range(3)]
    hi = [mp.mpf(box[2 * i + 1]) - mp.mpf(p[i]) for i in range(3)]
    v = [mp.mpf(0)] * 10
    for corner in itertools.product((0, 1), repeat=3):
        x, y, z = (hi[i] if corner[i] else lo[i] for i in range(3))
        s = -1 if (3 - sum(corner)) % 2 else 1
        r = mp.sqrt(x * x + y * y + z * z)

        def ln(t, a, b):
            plus = t + r
            if t < 0:
                plus = (a * a + b * b) / (r - t)
            return mp.log(plus)

        def at(a, b, c):
            return mp.atan(a * b / (c * r))

        lx, ly, lz = ln(x, y, z), ln(y, x, z), ln(z, x, y)
        ax, ay, az = at(y, z, x), at(x, z, y), at(x, y, z)
        v[0] += s * (x * y * lz + y * z * lx + z * x * ly - (x * x * ax + y * y * ay + z * z * az) / 2)
        v[1] -= s * (y * lz + z * ly - x * ax)
        v[2] -= s * (x * lz + z * lx - y * ay)
        v[3] -= s * (x * ly + y * lx - z * az)
        v[4] -= s * ax
        v[5] += s * lz
        v[6] += s * ly
        v[7] -= s * ay
        v[8] += s * lx
        v[9] -= s * az
    return v


def main():
    rnd = random.Random(20260101)
    shapes = [(250, 250, 250), (100, 300, 40), (1000, 1000, 1), (1, 1, 1000), (1000, 1, 30), (5000, 3, 5000), (2, 2000, 40)]
    rows = []
    for sx, sy, sz in shapes:
        cx, cy, cz = rnd.choice([(0, 0, -500), (421000.125, 5012000.5, -777.25)])
        box = [cx - sx / 2, cx + sx / 2, cy - sy / 2, cy + sy / 2, cz - sz / 2, cz + sz / 2]
        side = max(sx, sy, sz)
        small = min(sx, sy, sz)
        for scale in (0.3, 0.55, 0.7, 1.5, 4, 12, 40, 150, 1000, 4000):
            for _ in range(3):
                d = [rnd.gauss(0, 1) for _ in range(3)]
                norm = sum(t * t for t in d) ** 0.5
                rows.append((box, [c + scale * side * t / norm for c, t in zip((cx, cy, cz), d)]))
        # close above each face, near edges and corners, and in the planes and lines of faces and edges
        for gap in (1e-9, 1e-3, 0.1, 3):
            for axis in range(3):
                for end in (0, 1):
                    p = [rnd.uniform(box[2 * i], box[2 * i + 1]) for i in range(3)]
                    p[axis] = box[2 * axis + end] + (2 * end - 1) * gap * small
                    rows.append((box, list(p)))
                    other = (axis + 1) % 3
                    p[other] = box[2 * other] - gap * small
                    rows.append((box, list(p)))
        for axis in range(3):
            p = [c + 3 * side * rnd.uniform(0.2, 1) for c in (cx, cy, cz)]
            p[axis] = (box[2 * axis] + box[2 * axis + 1]) / 2
            rows.append((box, list(p)))
            q = [(box[2 * i] + box[2 * i + 1]) / 2 for i in range(3)]
            q[axis] += 2.25 * side
            rows.append((box, q))
            q = [(box[2 * i] + box[2 * i + 1]) / 2 for i in range(3)]
            q[axis] += 900.5 * side
            rows.append((box, q))
    with open("prism_reference.csv", "w") as f:
        for box, p in rows:
            values = integrals(box, p)
            f.write(",".join(repr(float(t)) for t in box + p) + "," + ",".join(mp.nstr(t, 18) for t in values) + "\n")


main()
