"""What GDAL makes of a finished globe and of its inputs.

cogs ROOT               judges every COG; prints "N files", then a line for each error and each warning
mosaics ROOT FOLDER     writes the values of mosaic/*.vrt as float32 rows from the north, little-endian
netcdf FILE NAME OUT    writes a variable as float64 rows from the north; prints columns, rows, west node, north node, dx, dy
"""

import array
import glob
import os
import sys

from osgeo import gdal
from osgeo_utils.samples import validate_cloud_optimized_geotiff as validator

gdal.UseExceptions()


def cogs(root):
    files = sorted(glob.glob(os.path.join(root, "cog", "*", "z0p1d", "tiles", "*.tif")))
    print(len(files), "files")
    for name in files:
        try:
            warnings, errors, _ = validator.validate(name, full_check=True)
        except validator.ValidateCloudOptimizedGeoTIFFException as e:
            warnings, errors = [], [str(e)]
        for text in warnings + errors:
            print(name, text)


def mosaics(root, folder):
    for layer in ("mag", "grav", "fused"):
        dataset = gdal.Open(os.path.join(root, "mosaic", layer + ".vrt"))
        band = dataset.GetRasterBand(1)
        cells = band.ReadRaster(0, 0, band.XSize, band.YSize, buf_type=gdal.GDT_Float32)
        with open(os.path.join(folder, layer + ".f32"), "wb") as out:
            out.write(cells)


def netcdf(name, variable, target):
    dataset = gdal.Open('NETCDF:"%s":%s' % (name, variable))
    west, dx, _, north, _, dy = dataset.GetGeoTransform()
    band = dataset.GetRasterBand(1)
    scale, offset = band.GetScale() or 1, band.GetOffset() or 0
    gap = band.GetNoDataValue()
    raw = array.array("d", band.ReadRaster(0, 0, band.XSize, band.YSize, buf_type=gdal.GDT_Float64))
    values = array.array("d", (float("nan") if v == gap else v * scale + offset for v in raw))
    with open(target, "wb") as out:
        out.write(values.tobytes())
    print(band.XSize, band.YSize, west + dx / 2, north + dy / 2, dx, -dy)


{"cogs": cogs, "mosaics": mosaics, "netcdf": netcdf}[sys.argv[1]](*sys.argv[2:])
