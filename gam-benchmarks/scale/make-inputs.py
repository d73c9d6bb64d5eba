#!/usr/bin/python3
"""Inputs of 43,200 x 21,600 cells (30 arc-seconds), seeded, mostly void: make-inputs.py DIR [SHRINK]

DIR/tiled.tif    float32, tiles of 512, deflate, BigTIFF, tiles without data absent from the file
DIR/strips.tif   float32, one row a strip, deflate, every row there
DIR/plain.tif    float32, one row a strip, uncompressed (3.5 GB)
DIR/bands.nc     float32, NetCDF-4, south first, chunks of 240 x 1440, shuffle and deflate, chunks without data absent
DIR/*.yaml       configurations: tiled + strips, plain + bands
SHRINK divides both sides. Needs Debian's python3-gdal, python3-numpy, python3-netcdf4.
"""
import os
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
folder = os.path.abspath(sys.argv[1])
shrink = int(sys.argv[2]) if len(sys.argv) > 2 else 1
COLUMNS, ROWS = 43200 // shrink, 21600 // shrink
STEP = 360 / COLUMNS
os.makedirs(folder, exist_ok=True)


def values(row, rows, column, columns, phase):
    """A smooth field with a little of everything between 20 and 2,000 km, in parts of 100."""
    y = np.radians(90 - (row + np.arange(rows) + 0.5) * STEP)[:, None]
    x = np.radians(-180 + (column + np.arange(columns) + 0.5) * STEP)[None, :]
    f = sum(np.sin(k * x + phase + k) * np.cos(k * y - phase) / k ** 0.7 for k in (9, 31, 97, 301, 997))
    return (60 * f).astype('f4')


def create(path, options):
    target = gdal.GetDriverByName('GTiff').Create(path, COLUMNS, ROWS, 1, gdal.GDT_Float32, options)
    target.SetGeoTransform([-180, STEP, 0, 90, 0, -STEP])
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    target.SetProjection(wgs84.ExportToWkt())
    target.GetRasterBand(1).SetNoDataValue(-32768)
    return target


def islands(count, height, width, seed):
    """Rectangles with data: everything else is void."""
    rng = np.random.default_rng(seed)
    for _ in range(count):
        yield int(rng.integers(0, ROWS - height)), int(rng.integers(0, COLUMNS - width))
    yield ROWS // 2, 0  # on both sides of the antimeridian
    yield ROWS // 2, COLUMNS - width


def sparse(path, options, seed, phase):
    target = create(path, options)
    band = target.GetRasterBand(1)
    height, width = 1800 // shrink, 3600 // shrink
    for row, column in islands(24, height, width, seed):
        band.WriteArray(values(row, height, column, width, phase), column, row)
    target.FlushCache()


def strips(path):
    target = create(path, ['COMPRESS=DEFLATE', 'ZLEVEL=1', 'PREDICTOR=2', 'BLOCKYSIZE=1', 'BIGTIFF=YES', 'NUM_THREADS=2'])
    band = target.GetRasterBand(1)
    row_values = values(0, 1, 0, COLUMNS, 1.0)
    for row in range(ROWS):  # one row, shifted: cheap to make, and every cell has a value
        band.WriteArray(np.roll(row_values, row, axis=1), 0, row)


def netcdf(path):
    from netCDF4 import Dataset
    with Dataset(path, 'w') as out:
        out.Conventions = 'CF-1.8'
        for name, size, first, units in (('lat', ROWS, -90, 'degrees_north'), ('lon', COLUMNS, -180, 'degrees_east')):
            out.createDimension(name, size)
            axis = out.createVariable(name, 'f8', (name,))
            axis.units = units
            axis[:] = first + (np.arange(size) + 0.5) * STEP
        z = out.createVariable('gravity_anomaly', 'f4', ('lat', 'lon'), zlib=True, complevel=1,
                               chunksizes=(240 // min(shrink, 8), 1440 // min(shrink, 8)), fill_value=-32768)
        z.units = 'mGal'
        height, width = 1800 // shrink, 3600 // shrink
        for row, column in islands(24, height, width, 3):
            z[ROWS - row - height:ROWS - row, column:column + width] = values(row, height, column, width, 2.0)[::-1]


sparse(folder + '/tiled.tif', ['TILED=YES', 'BLOCKXSIZE=512', 'BLOCKYSIZE=512', 'COMPRESS=DEFLATE', 'PREDICTOR=3',
                               'SPARSE_OK=TRUE', 'BIGTIFF=YES'], 1, 0.3)
strips(folder + '/strips.tif')
sparse(folder + '/plain.tif', ['SPARSE_OK=TRUE', 'BLOCKYSIZE=1'], 2, 0.9)
names = [('tiled', 'tiled.tif', 'strips.tif')]
try:
    netcdf(folder + '/bands.nc')
    names.append(('plain', 'plain.tif', 'bands.nc'))
except ImportError:
    print('python3-netcdf4 is not installed: bands.nc is not made')
    names.append(('plain', 'plain.tif', 'strips.tif'))
for name, magnetic, gravity in names:
    with open(f'{folder}/{name}.yaml', 'w') as out:
        out.write(f'data:\n  sources:\n    magnetic: {{path: {magnetic}, unit: nT}}\n'
                  f'    gravity: {{path: {gravity}, unit: mGal, quantity: gravity_disturbance}}\n'
                  'fusion_mvp:\n  min_valid_fraction: {magnetic: 0, gravity: 0, fused: 0}\n')
