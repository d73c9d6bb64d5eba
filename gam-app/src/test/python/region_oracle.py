"""What GDAL, OGR, ncdump and VTK make of a regional run's folder, and what its models hold near a place."""
import glob
import json
import math
import os
import subprocess
import sys


def files(folder):
    """Opens every product but the VTK images; how many there are of each kind."""
    from osgeo import gdal, ogr
    gdal.UseExceptions()
    maps = sorted(glob.glob(os.path.join(folder, 'maps', '*.tif')))
    for path in maps:
        gdal.Open(path).ReadAsArray()
    arrays = sorted(glob.glob(os.path.join(folder, 'grids', '*.nc')) + glob.glob(os.path.join(folder, 'models', '*.nc')))
    for path in arrays:
        subprocess.run(['ncdump', '-h', path], check=True, stdout=subprocess.DEVNULL)
    package = ogr.Open(os.path.join(folder, 'gam.gpkg'))
    rows = package.GetLayerByName('anomalies').GetFeatureCount()
    with open(os.path.join(folder, 'anomalies.geojson'), encoding='utf-8') as f:
        assert len(json.load(f)['features']) == rows
    print(json.dumps({'maps': len(maps), 'arrays': len(arrays), 'anomalies': rows}))


def images(folder):
    """Opens every VTK image. VTK and GDAL bring libraries of one name, so no process loads both."""
    import vtk
    paths = sorted(glob.glob(os.path.join(folder, 'models', '*.vti')))
    for path in paths:
        reader = vtk.vtkXMLImageDataReader()
        reader.SetFileName(path)
        reader.Update()
        assert reader.GetOutput().GetNumberOfCells() > 0, path
    print(len(paths))


def near(folder, modality, *places):
    """For each place 'lat,lon,km': extremes of the model there, and the share of all columns that are less strong."""
    from osgeo import gdal
    import numpy as np
    gdal.UseExceptions()
    data = gdal.Open('NETCDF:"%s":data' % os.path.join(folder, 'models', modality + '.nc'))
    values = data.ReadAsArray()
    g = data.GetGeoTransform()
    lon, lat = np.meshgrid(g[0] + (np.arange(values.shape[2]) + 0.5) * g[1], g[3] + (np.arange(values.shape[1]) + 0.5) * g[5])
    strength = np.abs(values).max(axis=0)
    for place in places:
        at = [float(v) for v in place.split(',')]
        km = np.hypot(lat - at[0], (lon - at[1]) * math.cos(math.radians(at[0]))) * 111.195
        inside = km <= at[2]
        strongest = np.nanmax(np.where(inside, strength, np.nan))
        print(json.dumps({
            'least': float(np.nanmin(values[:, inside])), 'most': float(np.nanmax(values[:, inside])),
            'weaker': float(np.nanmean(strength < strongest)),
        }))


{'files': files, 'images': images, 'near': near}[sys.argv[1]](*sys.argv[2:])
