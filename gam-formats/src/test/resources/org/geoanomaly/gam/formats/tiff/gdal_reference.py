"""What GDAL says. Commands:
  matrix DIR           write TIFF files of every kind into DIR, and what they hold
  describe DIR FILE... write into DIR what existing files hold
  check DIR            validate every *.tif in DIR as a cloud-optimized GeoTIFF and write what it holds
Values go to NAME.<band>.f32 (matrix, describe: physical, NaN for no-data, north-up) or NAME.L<level>.f32 (check: as stored), facts to
index.tsv, one line a file."""
import json, os, sys
import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
gdal.PushErrorHandler('CPLQuietErrorHandler')
RNG = np.random.default_rng(20260101)
W, H = 37, 29
GT = (120.0, 0.25, 0.0, 40.0, 0.0, -0.25)


def wkt(epsg):
    s = osr.SpatialReference()
    s.ImportFromEPSG(epsg)
    return s.ExportToWkt()


def physical(band):
    """float32, NaN for no-data, scaled."""
    a = band.ReadAsArray()
    if band.DataType == gdal.GDT_Byte and band.GetMetadataItem('PIXELTYPE', 'IMAGE_STRUCTURE') == 'SIGNEDBYTE':
        a = a.view(np.int8)
    nodata = band.GetNoDataValue()
    missing = np.zeros(a.shape, bool)
    if nodata is not None:
        with np.errstate(all='ignore'):
            missing = a == (np.float32(nodata) if a.dtype == np.float32 else nodata)
    scale, offset = band.GetScale(), band.GetOffset()
    scale = 1.0 if scale is None else scale
    offset = 0.0 if offset is None else offset
    with np.errstate(all='ignore'):
        v = a.astype('f4') if scale == 1 and offset == 0 else (a.astype('f8') * scale + offset).astype('f4')
    v = v.copy()
    v[missing] = np.nan
    return v


def describe(out, name, path, index):
    d = gdal.Open(path)
    gt = list(d.GetGeoTransform())
    for i in range(d.RasterCount):
        v = physical(d.GetRasterBand(i + 1))
        if gt[5] > 0:
            v = v[::-1]
        np.ascontiguousarray(v).astype('<f4').tofile('%s/%s.%d.f32' % (out, name, i))
    north = gt[3] + (gt[5] * d.RasterYSize if gt[5] > 0 else 0)
    index.append([name, path, d.RasterXSize, d.RasterYSize, d.RasterCount, gt[0], north, gt[1], abs(gt[5]),
                  d.GetMetadataItem('AREA_OR_POINT') or 'Area', d.GetRasterBand(1).GetOverviewCount()])


def write_index(out, index):
    with open(out + '/index.tsv', 'w') as f:
        for row in index:
            f.write('\t'.join(repr(x) if isinstance(x, float) else str(x) for x in row) + '\n')


TYPES = dict(int8=(gdal.GDT_Byte, np.int8), uint8=(gdal.GDT_Byte, np.uint8), int16=(gdal.GDT_Int16, np.int16),
             uint16=(gdal.GDT_UInt16, np.uint16), int32=(gdal.GDT_Int32, np.int32), uint32=(gdal.GDT_UInt32, np.uint32),
             int64=(gdal.GDT_Int64, np.int64), uint64=(gdal.GDT_UInt64, np.uint64), float16=(gdal.GDT_Float32, np.float16),
             float32=(gdal.GDT_Float32, np.float32), float64=(gdal.GDT_Float64, np.float64))
LAYOUTS = dict(strip=(1, ['BLOCKYSIZE=7']), tile=(1, ['TILED=YES', 'BLOCKXSIZE=16', 'BLOCKYSIZE=16']),
               pixel=(2, ['TILED=YES', 'BLOCKXSIZE=32', 'BLOCKYSIZE=16', 'INTERLEAVE=PIXEL']),
               band=(3, ['BLOCKYSIZE=5', 'INTERLEAVE=BAND']))


def sample(dtype):
    """Smooth (so that predictors and dictionaries work) with extremes."""
    y, x = np.mgrid[0:H, 0:W]
    smooth = 60 * np.sin(x / 5.0) * np.cos(y / 4.0)
    if np.issubdtype(dtype, np.integer):
        info = np.iinfo(dtype)
        a = (smooth + (0 if info.min < 0 else 61)).astype(dtype)
        rows = RNG.integers(info.min, info.max, size=(6, W), dtype=dtype, endpoint=True)
        a[10:16] = rows
        a[3, 4], a[4, 4] = info.min, info.max
        return a
    a = (smooth + RNG.normal(size=(H, W))).astype(dtype)
    info = np.finfo(dtype)
    a[2, 3:9] = [np.nan, np.inf, -np.inf, -0.0, info.max, info.min]
    a[5, 6] = info.tiny / 4
    a[20:24] = 0
    return a


def create(path, bands, gdt, options, gt=GT, epsg=4326, **more):
    h, w = bands[0].shape
    d = gdal.GetDriverByName('GTiff').Create(path, w, h, len(bands), gdt, options=options)
    if gt:
        d.SetGeoTransform(gt)
    if epsg:
        d.SetProjection(wkt(epsg))
    if more.get('point'):
        d.SetMetadataItem('AREA_OR_POINT', 'Point')
    for i, a in enumerate(bands):
        b = d.GetRasterBand(i + 1)
        if 'nodata' in more:
            b.SetNoDataValue(more['nodata'])
        if 'scale' in more:
            b.SetScale(more['scale'] * (i + 1))
            b.SetOffset(more['offset'] + i)
            b.SetUnitType('mGal')
            b.SetDescription('layer %d' % i)
        if a.dtype == np.int8:
            a = a.view(np.uint8)
        if a.dtype == np.float16:
            a = a.astype(np.float32)
        b.WriteArray(a)
    if 'overviews' in more:
        d.BuildOverviews('AVERAGE', more['overviews'])
    d = None


def kinds():
    for tname, (gdt, dtype) in TYPES.items():
        floating = np.issubdtype(dtype, np.floating)
        for comp in ('NONE', 'PACKBITS', 'DEFLATE', 'LZW', 'ZSTD'):
            for pred in ((1,) if comp in ('NONE', 'PACKBITS') else (1, 2, 3) if floating else (1, 2)):
                for lname, (bands, lopts) in LAYOUTS.items():
                    for endian in ('LITTLE', 'BIG'):
                        yield tname, gdt, dtype, comp, pred, lname, bands, lopts, endian


def matrix(out):
    index, skipped = [], []
    for n, (tname, gdt, dtype, comp, pred, lname, bands, lopts, endian) in enumerate(kinds()):
        name = '%s_%s_p%d_%s_%s' % (tname, comp, pred, lname, endian)
        path = '%s/%s.tif' % (out, name)
        opts = ['COMPRESS=' + comp, 'ENDIANNESS=' + endian, 'BIGTIFF=' + ('YES' if n % 3 == 0 else 'NO')] + lopts
        opts += ['PREDICTOR=%d' % pred] if pred > 1 else []
        opts += ['PIXELTYPE=SIGNEDBYTE'] if tname == 'int8' else []
        opts += ['NBITS=16'] if tname == 'float16' else []
        opts += ['PHOTOMETRIC=MINISBLACK']
        arrays = [sample(dtype) for _ in range(2 if bands == 3 and tname == 'uint8' else bands)]
        try:
            create(path, arrays, gdt, opts)
            describe(out, name, path, index)
        except RuntimeError as e:
            if os.path.exists(path):
                os.remove(path)
            skipped.append(name + ': ' + str(e))
    specials(out, index)
    write_index(out, index)
    with open(out + '/skipped.txt', 'w') as f:
        f.write('\n'.join(skipped))


def specials(out, index):
    f4 = sample(np.float32)
    i2 = sample(np.int16)

    def add(name, *args, **kw):
        path = '%s/special_%s.tif' % (out, name)
        create(path, *args, **kw)
        describe(out, 'special_' + name, path, index)
    add('point_utm', [f4], gdal.GDT_Float32, [], gt=(500000, 30, 0, 4000000, 0, -30), epsg=32633, point=True)
    add('south_up', [f4], gdal.GDT_Float32, ['COMPRESS=DEFLATE'], gt=(120, .25, 0, 30, 0, .25))
    add('south_up_point_tiled', [f4], gdal.GDT_Float32, ['TILED=YES', 'BLOCKXSIZE=16', 'BLOCKYSIZE=16'], gt=(120, .25, 0, 30, 0, .25), point=True)
    add('scaled', [i2, i2[::-1].copy()], gdal.GDT_Int16, ['INTERLEAVE=PIXEL'], nodata=-32768, scale=0.01, offset=1000.5)
    add('nodata_inf', [f4], gdal.GDT_Float32, [], nodata=float('-inf'))
    add('nodata_nan', [f4], gdal.GDT_Float32, [], nodata=float('nan'))
    v = f4.copy()
    v[1:5, 2:9] = np.float32(-3.4028234663852886e38)
    add('voids_no_crs', [v], gdal.GDT_Float32, ['COMPRESS=LZW'], gt=(0, 360 / W, 0, 90, 0, -180 / H), epsg=None, nodata=-3.4028234663852886e38)
    add('one_strip', [f4], gdal.GDT_Float32, ['BLOCKYSIZE=%d' % H])
    add('one_compressed_strip', [f4], gdal.GDT_Float32, ['BLOCKYSIZE=%d' % H, 'COMPRESS=DEFLATE', 'PREDICTOR=3'])
    add('overviews', [RNG.normal(size=(300, 500)).astype('f4')], gdal.GDT_Float32, ['TILED=YES', 'COMPRESS=DEFLATE'], overviews=[2, 4])
    long_runs = np.repeat(RNG.integers(0, 9, size=(40, 60)), 50, axis=1).astype('f4')
    add('lzw_tables_fill', [RNG.normal(size=(64, 3000)).astype('f4'), long_runs.repeat(2, 0)[:64]], gdal.GDT_Float32, ['COMPRESS=LZW', 'BLOCKYSIZE=64', 'INTERLEAVE=BAND'])
    path = out + '/special_sparse.tif'
    d = gdal.GetDriverByName('GTiff').Create(path, 300, 200, 1, gdal.GDT_Float32, options=['TILED=YES', 'SPARSE_OK=TRUE', 'COMPRESS=ZSTD', 'BLOCKXSIZE=64', 'BLOCKYSIZE=64'])
    d.SetGeoTransform(GT)
    d.GetRasterBand(1).SetNoDataValue(-9999)
    d.GetRasterBand(1).WriteArray(f4, 130, 70)
    d = None
    describe(out, 'special_sparse', path, index)
    refused(out, f4)


def refused(out, f4):
    gdal.SetConfigOption('GDAL_TIFF_INTERNAL_MASK', 'YES')
    d = gdal.GetDriverByName('GTiff').Create(out + '/refused_masked.tif', W, H, 1, gdal.GDT_Float32)
    d.SetGeoTransform(GT)
    d.CreateMaskBand(gdal.GMF_PER_DATASET)
    d.GetRasterBand(1).GetMaskBand().WriteArray(np.full((H, W), 255, np.uint8))
    d = None
    u1 = sample(np.uint8)
    create(out + '/refused_rgb.tif', [u1] * 3, gdal.GDT_Byte, [])
    create(out + '/refused_rgba.tif', [u1] * 4, gdal.GDT_Byte, ['ALPHA=YES'])
    create(out + '/refused_four.tif', [u1] * 4, gdal.GDT_Byte, ['PHOTOMETRIC=MINISBLACK'])
    create(out + '/refused_jpeg.tif', [u1], gdal.GDT_Byte, ['COMPRESS=JPEG'])
    create(out + '/refused_complex.tif', [f4], gdal.GDT_CFloat32, [])
    create(out + '/refused_bits.tif', [u1 % 2], gdal.GDT_Byte, ['NBITS=1'])
    create(out + '/refused_rotated.tif', [f4], gdal.GDT_Float32, [], gt=(120, .25, .01, 40, .01, -.25))
    create(out + '/refused_nowhere.tif', [f4], gdal.GDT_Float32, [], gt=None, epsg=None)
    d = gdal.GetDriverByName('GTiff').Create(out + '/refused_palette.tif', W, H, 1, gdal.GDT_Byte)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (255, 0, 0, 255))
    d.GetRasterBand(1).SetColorTable(table)
    d.SetGeoTransform(GT)
    d = None
    d = gdal.GetDriverByName('GTiff').Create(out + '/refused_gcps.tif', W, H, 1, gdal.GDT_Float32)
    d.SetGCPs([gdal.GCP(120 + x, 40 - y, 0, 4 * x, 4 * y) for x, y in ((0, 0), (5, 0), (0, 5), (5, 6))], wkt(4326))
    d = None


def check(out):
    from osgeo_utils.samples import validate_cloud_optimized_geotiff as validator
    index = []
    for name in sorted(n for n in os.listdir(out) if n.endswith('.tif')):
        path = out + '/' + name
        warnings, errors, _ = validator.validate(path, full_check=True)
        d = gdal.Open(path)
        band = d.GetRasterBand(1)
        n = band.GetOverviewCount()
        levels = [band] + [band.GetOverview(i) for i in range(n)]
        base = band.ReadAsArray()
        for i, b in enumerate(levels):
            b.ReadAsArray().astype('<f4').tofile('%s/%s.L%d.f32' % (out, name, i))
        m = gdal.GetDriverByName('MEM').Create('', d.RasterXSize, d.RasterYSize, 1, gdal.GDT_Float32)
        m.GetRasterBand(1).SetNoDataValue(float('nan'))
        m.GetRasterBand(1).WriteArray(base)
        factors = [f for f in (2, 4, 8, 16)][:n]
        if n and np.isfinite(base[~np.isnan(base)]).all():
            m.BuildOverviews('AVERAGE', factors)
            for i in range(n):
                m.GetRasterBand(1).GetOverview(i).ReadAsArray().astype('<f4').tofile('%s/%s.A%d.f32' % (out, name, i + 1))
        srs = d.GetSpatialRef()
        epsg = srs.GetAuthorityCode(None) if srs else None
        index.append([name, json.dumps(warnings), json.dumps(errors), json.dumps(list(d.GetGeoTransform())), epsg, d.GetMetadataItem('AREA_OR_POINT'),
                      band.GetNoDataValue(), band.GetUnitType(), json.dumps(d.GetMetadata(), sort_keys=True, ensure_ascii=False),
                      ' '.join('%dx%d' % (b.XSize, b.YSize) for b in levels), json.dumps(d.GetMetadata('IMAGE_STRUCTURE'), sort_keys=True),
                      band.GetMetadataItem('STATISTICS_MEAN')])
    write_index(out, index)


if __name__ == '__main__':
    command, target = sys.argv[1:3]
    if command == 'matrix':
        matrix(target)
    elif command == 'check':
        check(target)
    else:
        rows = []
        for number, source in enumerate(sys.argv[3:]):
            describe(target, 'f%d' % number, source, rows)
        write_index(target, rows)
