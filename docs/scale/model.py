#!/usr/bin/python3
"""How long a globe would take on a cluster: model.py [measured.json]

Prints the tables of docs/scale.md. Everything comes from measured.json; the rules that carry it to other sizes are the functions below:
what is done for every cell grows with the cells, what is done for every web tile with their number, bytes with what they describe; work on
the driver stays on one machine, work in tasks is shared out in whole tasks.
"""
import json
import math
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
m = json.load(open(sys.argv[1] if len(sys.argv) > 1 else here + '/measured.json'))
BASE = 3600 * 1800
LAYERS = 2
TILE_S = sum(m['tile_ms'].values()) / 1000
WEB_S = m['phases_s']['web_archive'] * m['workers'] / m['web_tiles']
PREPARE = m['prepare_core_s'] / m['prepare_cells']
DRIVER_S = m['phases_s']['mosaics_pictures_catalogue_seams'] + m['phases_s']['site_manifest_checks']
RECORDS_S = m['manifest_records_ms'] / 1000

# name, cells along a degree, degrees along a tile, highest zoom
GLOBES = [('6 arc-minutes', 10, 10, 7), ('1 arc-minute', 60, 5, 9), ('15 arc-seconds', 240, 2.5, 11)]


def tasks(work, n, cores):
    """Seconds of n equal tasks of that much work in all: whole tasks, in waves."""
    return work / n * math.ceil(n / cores)


def globe(per_degree, tile_degrees, zoom):
    cells = 360 * 180 * per_degree ** 2
    return {
        'cells': cells,
        'ratio': cells / BASE,
        'tiles': int(360 / tile_degrees * 180 / tile_degrees),
        'side': int(tile_degrees * per_degree),
        'web': (4 ** (zoom + 1) - 1) // 3,
    }


def phases(g, cores, driver_cores):
    """Seconds of each phase: (as it runs today, with the parts that exist as kernels)."""
    source = LAYERS * g['cells'] * PREPARE
    tile = TILE_S * m['tiles'] * g['ratio']
    web = g['web'] * WEB_S
    archive = g['web'] * m['web_tile_bytes']
    merge = archive / (m['merge_mb_s'] * 1e6)
    records = RECORDS_S * g['tiles'] / m['tiles'] * 1.0
    driver = DRIVER_S * g['ratio']
    parts = 4 * cores
    return [
        ('inputs onto the grid', source / driver_cores, tasks(source, g['tiles'], cores)),
        ('tiles', tasks(tile, g['tiles'], cores), tasks(tile, g['tiles'], cores)),
        ('web tiles', web / driver_cores, tasks(web, min(parts, g['web']), cores)),
        ('merge of the archive', 0, merge),
        ('manifest', records / driver_cores, tasks(records, g['tiles'], cores)),
        ('pictures, seams, viewer, checks', driver, driver),
    ]


def seconds(s):
    return f'{s:.1f} s' if s < 100 else f'{s / 60:.0f} min' if s < 6000 else f'{s / 3600:.1f} h'


def size(b):
    return f'{b / 1e9:.1f} GB' if b > 1e9 else f'{b / 1e6:.1f} MB'


print('| | ' + ' | '.join(name for name, *_ in GLOBES) + ' |')
print('|---|' + '---|' * len(GLOBES))
grids = [globe(*rest) for _, *rest in GLOBES]
for label, f in [
        ('cells', lambda g: f"{g['cells'] / 1e6:,.0f} million"),
        ('tiles', lambda g: f"{g['tiles']:,} of {g['side']} × {g['side']}"),
        ('input window of a tile, one layer, with its halo', lambda g: size(4 * (g['side'] + 2 * m['halo']) ** 2)),
        ('output of a tile, three layers', lambda g: size(m['tile_bytes'] * (g['side'] / 100) ** 2)),
        ('web tiles', lambda g: f"{g['web']:,}"),
        ('web archive', lambda g: size(g['web'] * m['web_tile_bytes'])),
        ('directory of the archive while it is merged', lambda g: size(g['web'] * 104)),
        ('one layer as a whole', lambda g: size(4 * g['cells']))]:
    print(f'| {label} | ' + ' | '.join(f(g) for g in grids) + ' |')
for cores, driver in ((2, 2), (1000, 16)):
    print(f'\n{cores:,} cores, driver with {driver}:\n')
    print('| | ' + ' | '.join(f'{name}: today | in parts' for name, *_ in GLOBES) + ' |')
    print('|---|' + '---|---|' * len(GLOBES))
    table = [phases(g, cores, driver) for g in grids]
    for i, (label, *_) in enumerate(table[0]):
        print(f'| {label} | ' + ' | '.join(f'{seconds(t[i][1])} | {seconds(t[i][2])}' for t in table) + ' |')
    sums = [[sum(p[k] for p in t) for k in (1, 2)] for t in table]
    print('| **all** | ' + ' | '.join(f'**{seconds(a)}** | **{seconds(b)}**' for a, b in sums) + ' |')
    work = [sum(p[2] for p in phases(g, 1, 1)) for g in grids]
    print('| cores busy on average | '
          + ' | '.join(f'{w / a:.0f} | {w / b:.0f}' for w, (a, b) in zip(work, sums)) + ' |')
