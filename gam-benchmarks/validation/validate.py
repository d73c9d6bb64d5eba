"""Runs gam on scenes whose truth is known and writes docs/validation.md. Called by run.sh."""
import decimal
import json
import math
import os
import pathlib
import resource
import subprocess
import sys
import tarfile
import time

import numpy as np

ROOT, WORK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
QUICK = '--quick' in sys.argv
GAM = str(ROOT / 'gam')
BLOCKS = {
    'three blocks': [(.22, .41, .27, .44, .11, .47, 1.0), (.57, .78, .52, .71, .16, .58, -.7), (.61, .73, .17, .31, .07, .29, .8)],
    'one block': [(.373, .611, .412, .637, .183, .52, 1.0)],
    'two blocks': [(.18, .36, .33, .66, .12, .41, -1.0), (.61, .83, .37, .61, .2, .6, 1.0)],
    'deep and shallow': [(.33, .57, .30, .61, .33, .7, 1.0), (.7, .8, .7, .8, .08, .25, .6)],
    'dipping stairs': [(.31 + .05 * i, .47 + .05 * i, .35, .66, .1 + .1 * i, .2 + .1 * i, 1.0) for i in range(4)],
}
FIELD = 'field: {intensity: 50000, inclination: 65, declination: 10}\n'
out = []


def say(line=''):
    out.append(line)


def run(*args, heap=None):
    """Wall seconds, CPU seconds, and what was printed."""
    env = dict(os.environ)
    if heap:
        env['GAM_HEAP'] = heap
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([str(a) for a in args], env=env, capture_output=True, text=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 3):
        raise SystemExit(f'{args}: {done.stderr}')
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def forward(model, points, *fields):
    (WORK / 'm.yaml').write_text(model)
    np.savetxt(WORK / 'p.csv', points, delimiter=',', header='easting,northing,height', comments='', fmt='%.17g')
    more = [x for f in fields for x in ('--field', f)]
    run(GAM, 'forward', WORK / 'm.yaml', WORK / 'p.csv', *more, '-o', WORK / 'f.csv')
    return np.loadtxt(WORK / 'f.csv', delimiter=',', skiprows=1, ndmin=2)[:, 3:]


def scene(name, nx, nz, field, points=None, cell=100.0):
    """Writes data with 1 % noise and returns the truth of every cell."""
    width, depth, magnetic = nx * cell, nz * cell, field == 'tmi'
    edge, down = np.arange(nx + 1) * cell, np.arange(nz + 1) * cell
    truth, model = np.zeros((nz, nx, nx)), 'prisms:\n'
    for w, e, s, n, t, b, c in BLOCKS[name]:
        value = 0.05 * abs(c) if magnetic else 400 * c
        part = lambda x, lo, hi: np.clip(np.minimum(x[1:], hi) - np.maximum(x[:-1], lo), 0, None) / cell
        truth += value * part(down, t * depth, b * depth)[:, None, None] * part(edge, s * width, n * width)[None, :, None] \
            * part(edge, w * width, e * width)[None, None, :]
        model += '  - {west: %r, east: %r, south: %r, north: %r, top_depth: %r, bottom_depth: %r, %s: %r}\n' % (
            w * width, e * width, s * width, n * width, t * depth, b * depth, 'susceptibility' if magnetic else 'density', value)
    if points is None:
        c = (np.arange(nx) + .5) * cell
        north, east = np.meshgrid(c, c, indexing='ij')
        points = np.c_[east.ravel(), north.ravel(), np.full(nx * nx, 0.5 * cell)]
    data = forward(model + FIELD, points, field)[:, 0]
    sigma = 0.01 * abs(data).max()
    data = data + sigma * np.random.default_rng(7).standard_normal(len(data))
    save(np.c_[points, data, np.full(len(data), sigma)])
    return truth.ravel()


def save(table):
    names = 'easting,northing,height,value,uncertainty'.split(',')[:table.shape[1]]
    np.savetxt(WORK / 'd.csv', table, delimiter=',', header=','.join(names), comments='', fmt='%.10g')


def invert(field, cells, cell, *more, heap=None):
    magnetic = ['--inclination', 65, '--declination', 10] if field == 'tmi' else []
    wall, cpu, _ = run(GAM, 'invert', WORK / 'd.csv', '--field', field, '--cells', ','.join(map(str, cells)), '--spacing',
                       f'{cell},{cell},{cell}', *magnetic, *more, '-o', WORK / 'o', '-q', '--no-progress', heap=heap)
    report = json.loads((WORK / 'o/inversion.json').read_text())
    return wall, cpu, report


def model():
    return np.loadtxt(WORK / 'o/model.csv', delimiter=',', skiprows=1, usecols=(0, 1, 2, 3))


def correlation(truth):
    return np.corrcoef(truth, model()[:, 3])[0, 1]


def prism_gz(b, p):
    """Nagy's closed form in 50 digits, mGal for 1000 kg/m3."""
    decimal.getcontext().prec = 50
    import mpmath as mp
    mp.mp.dps = 50
    x, y = [mp.mpf(b[0]) - p[0], mp.mpf(b[1]) - p[0]], [mp.mpf(b[2]) - p[1], mp.mpf(b[3]) - p[1]]
    z = [mp.mpf(b[4]) + p[2], mp.mpf(b[5]) + p[2]]
    total = mp.mpf(0)
    for i in range(2):
        for j in range(2):
            for k in range(2):
                r = mp.sqrt(x[i]**2 + y[j]**2 + z[k]**2)
                value = x[i] * mp.log(y[j] + r) + y[j] * mp.log(x[i] + r) - z[k] * mp.atan2(x[i] * y[j], z[k] * r)
                total += (-1)**(i + j + k) * value  # of 1/r over z: lower face less upper face
    return total * mp.mpf('6.67430e-11') * 1000 * mp.mpf(10)**5


def oracles():
    say('## Forward fields against independent formulas\n')
    say('| field | against | largest relative difference |')
    say('| --- | --- | --- |')
    box = (-50, 70, -30, 90, 20, 140)
    points = np.array([[0, 0, 0], [33, -12, 5], [500, 300, 40], [-4000, 2500, 100], [20000, 9000, 300]], float)
    text = 'prisms: [{west: -50, east: 70, south: -30, north: 90, top_depth: 20, bottom_depth: 140, density: 1000}]\n'
    try:
        worst = max(abs(float(g / prism_gz(box, p) - 1)) for g, p in zip(forward(text, points, 'gz')[:, 0], points.tolist()))
        say(f'| prism gz, 0 to 150 sizes away | closed form in 50 digits | {worst:.1e} |')
    except ImportError:
        say('| prism gz | closed form in 50 digits | not run: needs mpmath |')
    mass = 4 / 3 * math.pi * 30**3 * 500
    r = np.sqrt(points[:, 0]**2 + points[:, 1]**2 + (points[:, 2] + 100)**2)
    g = forward('spheres: [{easting: 0, northing: 0, depth: 100, radius: 30, density: 500}]\n', points, 'gz', 'gzz')
    exact = 6.67430e-11 * mass * (points[:, 2] + 100) / r**3 * 1e5
    curve = 6.67430e-11 * mass * (3 * (points[:, 2] + 100)**2 - r**2) / r**5 * 1e9
    say(f'| sphere gz | point mass | {abs(g[:, 0] / exact - 1).max():.1e} |')
    say(f'| sphere gzz | point mass | {abs(g[:, 1] / curve - 1).max():.1e} |')
    inc, dec = math.radians(65), math.radians(10)
    f = np.array([math.cos(inc) * math.sin(dec), math.cos(inc) * math.cos(dec), -math.sin(inc)])
    moment = 50000e-9 * 0.02 / (4e-7 * math.pi) * 4 / 3 * math.pi * 30**3 * f
    d = points + [0, 0, 100]
    field = 1e-7 * (3 * d * (d @ moment)[:, None] / r[:, None]**5 - moment / r[:, None]**3) * 1e9
    t = forward('spheres: [{easting: 0, northing: 0, depth: 100, radius: 30, susceptibility: 0.02}]\n' + FIELD, points, 'tmi')[:, 0]
    say(f'| sphere TMI | dipole | {abs(t / (field @ f) - 1).max():.1e} |')
    say()
    say('Checked in every build as well, each against a table or a program of others: prisms on faces, edges, corners and far away '
        '(`PrismIntegralsTest`), Laplace and Poisson sums of the gradients (`BodyFieldTest`), tesseroids against the closed form of a '
        'shell (`TesseroidFieldTest`), normal gravity against the published constants of GRS80 and WGS84 (`NormalGravityTest`), the '
        'main field against the published values of IGRF-14 (`MagneticSynthesisTest`), gravity models (`GravitySynthesisTest`), Okada '
        'and Mogi sources (`DeformationTest`). Susceptibility is taken to be low: magnetisation is induced by the ambient field alone, '
        'without demagnetisation, which is off by about κ/3, 3 % at κ = 0.1 SI.\n')


def speed():
    say('## Blocks that fit no cell: recovered and true\n')
    say('1 % noise, cells of 100 m, default settings; wall times of the whole command, start of Java included.\n')
    say('| case | wall s | CPU s | peak MB | χ²/N | correlation |')
    say('| --- | --- | --- | --- | --- | --- |')
    for label, nx, nz, field, more in (
            ('64×64×32, 4,096 gz, smooth', 64, 32, 'gz', []),
            ('64×64×32, 4,096 TMI, positive', 64, 32, 'tmi', []),
            ('80×80×40, 6,400 gz, smooth', 80, 40, 'gz', []),
            ('96×96×40, 9,216 gz, smooth', 96, 40, 'gz', []),
            ('30×30×15, 900 gz, smooth', 30, 15, 'gz', []),
            ('30×30×15, 900 gz, norms 0,2,2,2', 30, 15, 'gz', ['--norms', '0,2,2,2']),
            ('30×30×15, 900 gz, norms 0,1,1,1', 30, 15, 'gz', ['--norms', '0,1,1,1']),
            ('64×64×32, 4,096 gz, with posterior σ', 64, 32, 'gz', ['--sigma'])):
        truth = scene('three blocks', nx, nz, field)
        wall, cpu, r = invert(field, (nx, nx, nz), 100, *more)
        say(f'| {label} | {wall:.1f} | {cpu:.1f} | {r["peak_memory_bytes"] / 1e6:.0f} | {r["chi2_per_n"]:.3f} | {correlation(truth):.3f} |')
    say()
    say('Published for the same sizes by SimPEG 0.25.2 with Choclo on 2 cores of another machine: 64×64×32 gravity 25.3 s wall, 46 s CPU, '
        '2,480 MB, χ²/N 0.94, correlation 0.595; magnetic 40.5 s, 0.803; 80×80×40 139 s, 6,845 MB, 0.594; 30×30×15 smooth 3.8 s, 0.598; '
        'compact 39 s, 0.882.\n')


def compact():
    say('## Compact norms on five scenes\n')
    say('Correlation with the truth, gravity, 30×30×15 cells, 1 % noise, norms of size and of differences east, north, down.\n')
    norms = ['2,2,2,2', '0,2,2,2', '0,1,1,1', '1,1,1,1', '0,0,0,0']
    say('| scene | ' + ' | '.join(norms) + ' |')
    say('| --- |' + ' --- |' * len(norms))
    for name in BLOCKS:
        truth = scene(name, 30, 15, 'gz')
        values = []
        for n in norms:
            invert('gz', (30, 30, 15), 100, '--norms', n)
            values.append('%.3f' % correlation(truth))
        say(f'| {name} | ' + ' | '.join(values) + ' |')
    say()


def known_truth():
    data = os.environ.get('GAM_DATA_DIR')
    archive = pathlib.Path(data or '/nowhere') / 'truth/inv_gravity_anomaly_3d_files.tar.gz'
    say('## A survey whose truth is published\n')
    if not archive.exists():
        say('Not run: `GAM_DATA_DIR` holds no `truth/inv_gravity_anomaly_3d_files.tar.gz`.\n')
        return
    with tarfile.open(archive) as tar:
        member = next(m for m in tar.getmembers() if m.name.endswith('gravity_data.obs'))
        table = np.loadtxt(tar.extractfile(member))
    table[:, 3] *= -1
    say('SimPEG\'s gravity tutorial (CC-BY 4.0): 289 stations on a hill; a block of −0.2 g/cm³ around (−35, 0) and a sphere of +0.2 g/cm³ '
        'around (35, 0), both at 60 m elevation. The file has no uncertainties, so the noise is found from the data (cross-validation); '
        'what the published bodies leave of the data is white, 3.9·10⁻⁴ mGal, 2.1 % of the largest value. Stating 1 % fits noise, and '
        'that puts false bodies at the surface. Centres are means weighed by value above half the peak.\n')
    say('| cells, m | top, m | norms | noise, mGal | block: e, n, elevation | sphere: e, n, elevation | within 10 m and 15 m |')
    say('| --- | --- | --- | --- | --- | --- | --- |')
    for cell, n, nz, top, norms in ((8, 24, 11, 90, '0,2,2,2'), (8, 24, 11, 95, '0,2,2,2'), (5, 40, 18, 90, '0,2,2,2'),
                                    (10, 20, 9, 90, '0,2,2,2'), (8, 24, 11, 90, '0,1,1,1'), (8, 24, 11, 90, '1,1,1,1'),
                                    (8, 24, 11, 85, '0,2,2,2'), (8, 24, 11, 90, '2,2,2,2')):
        save(table)
        _, _, r = invert('gz', (n, n, nz), cell, '--top', -top, '--norms', norms)
        m, cells, good = model(), [], True
        for sign, x0 in ((-1, -35), (1, 35)):
            v = sign * m[:, 3]
            k = v > 0.5 * v.max()
            e, nn, z = (np.average(m[k, i], weights=v[k]) for i in range(3))
            good &= math.hypot(e - x0, nn) < 10 and abs(-z - 60) < 15
            cells.append(f'{e:.0f}, {nn:.0f}, {-z:.0f}')
        say(f'| {cell} | {top} | {norms} | {r["data_uncertainty_mean"]:.1e} | {cells[0]} | {cells[1]} | {"yes" if good else "no"} |')
    say()


def sizes():
    say('## From small meshes to large ones\n')
    say('Smooth gravity inversion of a regular grid, CPU time over N log₂ N of the cells.\n')
    say('| cells | N | data | wall s | CPU s | peak MB | χ²/N | CPU ns / (N log₂ N) |')
    say('| --- | --- | --- | --- | --- | --- | --- | --- |')
    for nx, nz in ((32, 16), (64, 32), (128, 48)) + (() if QUICK else ((256, 48), (512, 64))):
        scene('three blocks', nx, nz, 'gz')
        wall, cpu, r = invert('gz', (nx, nx, nz), 100, heap='12g' if nx > 200 else None)
        n = nx * nx * nz
        say(f'| {nx}×{nx}×{nz} | {n:,} | {nx * nx:,} | {wall:.1f} | {cpu:.1f} | {r["peak_memory_bytes"] / 1e6:.0f} | '
            f'{r["chi2_per_n"]:.3f} | {1e9 * cpu / (n * math.log2(n)):.0f} |')
    say()


def draped():
    say('## Draped flight lines\n')
    n, cell = (80, 20), 100.0
    width = n[0] * cell
    rng = np.random.default_rng(3)
    lines = [np.c_[np.full(320, x) + 8 * np.sin(np.arange(320) / 28), np.arange(320) * 25.0 + 12] for x in np.arange(75, width, 150)]
    at = np.concatenate(lines)
    ground = 150 * (1 + np.sin(8.2 * at[:, 0] / width + .4) * np.cos(10.7 * at[:, 1] / width))
    points = np.c_[at, ground + 120 + rng.normal(0, 3, len(at))]
    truth = scene('three blocks', n[0], n[1], 'tmi', points)
    wall, cpu, r = invert('tmi', (n[0], n[0], n[1]), 100)
    i = r.get('interpolation', {})
    say(f'{len(points):,} TMI data on lines over hills, {points[:, 2].min():.0f} to {points[:, 2].max():.0f} m above the mesh of '
        f'{n[0]}×{n[0]}×{n[1]} cells, positive: operator {r["operator"]}'
        + (f' ({i["planes"]} planes, largest error {i.get("error", i["trial_error"]):.1e} nT where {i["allowed"]:.1e} does no harm)' if i else '')
        + f', {wall:.1f} s wall, {cpu:.1f} s CPU, {r["peak_memory_bytes"] / 1e6:.0f} MB, χ²/N {r["chi2_per_n"]:.3f}, '
        f'correlation {correlation(truth):.3f}.\n')


def operators():
    source = ROOT / 'gam-benchmarks/src/main/java/org/geoanomaly/gam/benchmarks/OperatorFigures.java'
    _, _, text = run('java', '-Xmx3g', '-cp', f'{ROOT}/gam-app/target/gam/lib/*', source)
    f = dict((a, float(b)) for a, b in (line.split() for line in text.splitlines()))
    say('## The same inversion with the matrix in memory\n')
    say(f'40×40×20 cells, 1,600 gravity data, same code but for the operator, same machine: dense '
        f'{f["dense_seconds"] / f["fft_seconds"]:.0f} times the time of FFT ({f["dense_seconds"]:.1f} s against {f["fft_seconds"]:.2f} s; '
        f'matrix {f["dense_megabytes"]:.0f} MB). Prism kernels: gz {f["gz_rate"]:.0f}, TMI {f["tmi_rate"]:.0f} million interactions a second.\n')


say('# Validation\n')
say('Written by `gam-benchmarks/validation/run.sh`, which measures everything below on the machine it runs on '
    f'({os.cpu_count()} processors); times move with the machine, the other figures do not. How the inversion works: '
    '[architecture](architecture.md); sources: [references](references.md).\n')
for part in (oracles, speed, compact, known_truth, operators, draped, sizes):
    start = time.monotonic()
    part()
    print(f'{part.__name__}: {time.monotonic() - start:.0f} s', file=sys.stderr)
say('## Posterior standard deviation\n')
say('On linear Gaussian problems drawn from the prior, 60 to 76 % of the cells outside the prior-dominated zone must lie within one '
    'posterior σ, and σ must be the diagonal of the inverse Hessian written out (`PosteriorTest`, in every build).\n')
target = ROOT / 'docs/validation.md'
temporary = target.with_suffix('.tmp')
temporary.write_text('\n'.join(out).rstrip() + '\n')
temporary.replace(target)
print(target)
