#!/usr/bin/python3
"""Inputs of the size of EMAG2 v3 and an ICGEM 0.1 degree grid, seeded: make-inputs.py DIR

DIR/magnetic.tif  10800 x 5400 float32, deflate, predictor 3, tiled, no-data 99999
DIR/gravity.gdf   3601 x 1801 nodes, north to south, longitudes 0 to 360
DIR/global.yaml   a configuration that uses both
Needs Debian's python3-gdal and python3-numpy.
"""
import os
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()


def field(rng, rows, columns, slope):
    """A random field, periodic in longitude, with power falling as wavenumber^-slope and unit variance."""
    spectrum = np.fft.rfft2(rng.standard_normal((rows, columns)))
    ky = np.fft.fftfreq(rows, 1 / rows)[:, None] * (columns / rows)
    kx = np.fft.rfftfreq(columns, 1 / columns)[None, :]
    k2 = ky * ky + kx * kx
    k2[0, 0] = np.inf
    values = np.fft.irfft2(spectrum * k2 ** (-slope / 4), s=(rows, columns))
    return (values / values.std()).astype('f4')


def magnetic(path, rng):
    values = 110 * field(rng, 5400, 10800, 2.2)
    gaps = field(rng, 540, 1080, 3.2)
    values[np.kron(gaps > np.quantile(gaps, 0.94), np.ones((10, 10), bool))] = 99999
    target = gdal.GetDriverByName('GTiff').Create(
        path, 10800, 5400, 1, gdal.GDT_Float32, ['COMPRESS=DEFLATE', 'PREDICTOR=3', 'TILED=YES', 'NUM_THREADS=2'])
    target.SetGeoTransform([-180, 1 / 30, 0, 90, 0, -1 / 30])
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    target.SetProjection(wgs84.ExportToWkt())
    band = target.GetRasterBand(1)
    band.SetNoDataValue(99999)
    band.WriteArray(values)


def gravity(path, rng):
    values = 35 * field(rng, 1801, 3600, 2.6)
    head = {
        'product_type': 'gravity_field', 'body': 'earth', 'modelname': 'BENCHMARK', 'functional': 'gravity_anomaly_cl',
        'unit': 'mgal', 'refsysname': 'WGS84', 'latlimit_north': 90.0, 'latlimit_south': -90.0, 'longlimit_west': 0.0,
        'longlimit_east': 360.0, 'gridstep': 0.1, 'height_over_ell': '0.0000 m', 'latitude_parallels': 1801,
        'longitude_parallels': 3601, 'number_of_gridpoints': 1801 * 3601, 'gapvalue': 9999999.0,
        'grid_format': 'long_lat_value'}
    longitudes = ['%12.4f' % (0.1 * c) for c in range(3601)]
    with open(path, 'w') as out:
        out.writelines('%-24s %s\n' % item for item in head.items())
        out.write('\nlongitude latitude gravity_anomaly_cl\n[deg.] [deg.] [mgal]\nend_of_head ' + '=' * 40 + '\n')
        for row in range(1801):
            latitude = '%12.4f' % (90 - 0.1 * row)
            line = values[row].tolist()
            line.append(line[0])
            out.write(''.join('%s%s %19.6f\n' % (longitudes[c], latitude, line[c]) for c in range(3601)))


folder = os.path.abspath(sys.argv[1])
os.makedirs(folder, exist_ok=True)
generator = np.random.default_rng(20261123)
magnetic(folder + '/magnetic.tif', generator)
gravity(folder + '/gravity.gdf', generator)
with open(folder + '/global.yaml', 'w') as out:
    out.write('data:\n  sources:\n    magnetic: {path: magnetic.tif, unit: nT}\n    gravity: {path: gravity.gdf}\n')
