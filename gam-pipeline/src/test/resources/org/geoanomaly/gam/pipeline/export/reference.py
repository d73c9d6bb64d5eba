"""What GDAL, OGR and VTK make of a region's products; one line of JSON for each command line argument after the command."""
import json
import sys


def numbers(values):
    return [None if v != v else float(v) for v in values]


def cog(path):
    from osgeo import gdal
    from osgeo_utils.samples import validate_cloud_optimized_geotiff as validator
    gdal.UseExceptions()
    warnings, errors, _ = validator.validate(path, full_check=True)
    data = gdal.Open(path)
    band = data.GetRasterBand(1)
    return {
        'warnings': warnings, 'errors': errors, 'values': numbers(band.ReadAsArray().ravel()),
        'transform': data.GetGeoTransform(), 'unit': band.GetUnitType(), 'nodata': str(band.GetNoDataValue()),
        'epsg': data.GetSpatialRef().GetAuthorityCode(None), 'metadata': data.GetMetadata(),
    }


def gpkg(path):
    from osgeo import ogr
    from osgeo_utils.samples import validate_gpkg as validator
    checker = validator.GPKGChecker(path, abort_at_first_error=False, extra_checks=True, warning_msg=False)
    checker.check()
    problems = [str(e) for e in checker.errors] + checker.warnings
    data = ogr.Open(path)
    layers = {}
    for i in range(data.GetLayerCount()):
        layer = data.GetLayer(i)
        rows = []
        for feature in layer:
            row = dict(feature.items())
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                row['x'], row['y'] = geometry.GetX(), geometry.GetY()
            rows.append(row)
        srs = layer.GetSpatialRef()
        layers[layer.GetName()] = {
            'rows': rows, 'geometry': ogr.GeometryTypeToName(layer.GetGeomType()),
            'epsg': srs.GetAuthorityCode(None) if srs else None,
        }
    return {'problems': problems, 'layers': layers}


def vti(path):
    import vtk
    from vtk.util.numpy_support import vtk_to_numpy
    reader = vtk.vtkXMLImageDataReader()
    reader.SetFileName(path)
    reader.Update()
    image = reader.GetOutput()
    cells = image.GetCellData()
    return {
        'bounds': image.GetBounds(), 'dimensions': image.GetDimensions(), 'scalars': cells.GetScalars().GetName(),
        'fields': {cells.GetArrayName(i): numbers(vtk_to_numpy(cells.GetArray(i)))
                   for i in range(cells.GetNumberOfArrays())},
        'constants': {image.GetFieldData().GetArrayName(i): image.GetFieldData().GetArray(i).GetValue(0)
                      for i in range(image.GetFieldData().GetNumberOfArrays())},
    }


def vtu(path):
    import vtk
    from vtk.util.numpy_support import vtk_to_numpy
    reader = vtk.vtkXMLUnstructuredGridReader()
    reader.SetFileName(path)
    reader.Update()
    grid = reader.GetOutput()
    cells = grid.GetCellData()
    sizes = vtk.vtkCellSizeFilter()
    sizes.SetInputData(grid)
    sizes.Update()
    return {
        'cells': grid.GetNumberOfCells(), 'bounds': grid.GetBounds(),
        'type': grid.GetCellType(0) if grid.GetNumberOfCells() else 0,
        'smallest': sizes.GetOutput().GetCellData().GetArray('Volume').GetRange()[0],
        'fields': {cells.GetArrayName(i): numbers(vtk_to_numpy(cells.GetArray(i)))
                   for i in range(cells.GetNumberOfArrays())},
        'constants': {grid.GetFieldData().GetArrayName(i): grid.GetFieldData().GetArray(i).GetValue(0)
                      for i in range(grid.GetFieldData().GetNumberOfArrays())},
    }


def kmz(path):
    import xml.etree.ElementTree as tree
    import zipfile
    from osgeo import ogr
    ogr.UseExceptions()
    source = ogr.Open(path)
    layer = source.GetLayerByName('Anomalies')
    places = [{'name': f.GetField('Name'), 'x': f.GetGeometryRef().GetX(), 'y': f.GetGeometryRef().GetY()} for f in layer]
    with zipfile.ZipFile(path) as file:
        names = set(file.namelist())
        root = tree.fromstring(file.read('doc.kml'))
    kml = '{http://www.opengis.net/kml/2.2}'
    boxes = [[float(box.find(kml + side).text) for side in ('north', 'south', 'east', 'west')]
             for box in root.iter(kml + 'LatLonBox')]
    missing = [h.text for h in root.iter(kml + 'href') if h.text not in names]
    return {'places': places, 'boxes': boxes, 'missing': missing}


def netcdf(path):
    from osgeo import gdal
    gdal.UseExceptions()
    variable, file = path.split('@', 1)
    data = gdal.Open('NETCDF:"%s":%s' % (file, variable))
    return {
        'bands': data.RasterCount, 'transform': data.GetGeoTransform(),
        'epsg': data.GetSpatialRef().GetAuthorityCode(None),
        'first': numbers(data.GetRasterBand(1).ReadAsArray().ravel()),
    }


command = {'cog': cog, 'gpkg': gpkg, 'vti': vti, 'vtu': vtu, 'kmz': kmz, 'netcdf': netcdf}[sys.argv[1]]
for name in sys.argv[2:]:
    print(json.dumps(command(name)))
