package org.geoanomaly.gam.formats.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads everything but cell values: the rasters of a file and its header. */
final class HeaderReader {
    private static final int REDUCED_IMAGE = 1;
    private static final int TRANSPARENCY_MASK = 4;
    private static final int SIZE_DIGITS = 6;
    private static final String SIZE_TAIL = " bytes\n";

    private static final String MASKED = "marks missing cells in a separate mask, which is not supported; convert it,"
            + " for example with gdalwarp -ot Float32 -dstnodata nan";

    private final ByteFile file;
    private final List<TiffRaster> rasters = new ArrayList<>();
    private boolean masked;

    HeaderReader(ByteFile file) {
        this.file = file;
    }

    /** The full resolution, then the overviews. */
    List<TiffRaster> rasters() {
        return rasters;
    }

    GeoTiffHeader read() throws IOException {
        DirectoryReader reader = new DirectoryReader(file);
        List<TiffDirectory> directories = reader.readAll();
        TiffDirectory first = directories.get(0);
        TiffRaster base = raster(first);
        rasters.add(base);
        for (TiffDirectory directory : directories.subList(1, directories.size())) {
            addIfOverview(directory, base.layout());
        }
        GdalMetadata metadata = GdalMetadata.parse(file, first.text(TiffTags.GDAL_METADATA));
        List<BandInfo> bands = new ArrayList<>();
        for (int i = 0; i < base.layout().bands(); i++) {
            bands.add(metadata.band(file, i));
        }
        String noData = first.text(TiffTags.GDAL_NODATA).trim();
        return new GeoTiffHeader(
                base.layout(),
                rasters.subList(1, rasters.size()).stream()
                        .map(TiffRaster::layout)
                        .toList(),
                new GeoreferenceReader(file, first, base.layout().height()).read(),
                noData.isEmpty() ? Optional.empty() : Optional.of(noData),
                bands,
                metadata.ofFile(),
                structure(directories, reader.isBig()),
                masked ? MASKED : pictureReason(base));
    }

    private TiffRaster raster(TiffDirectory directory) throws IOException {
        return new TiffRaster(file, directory, new LayoutReader(file, directory).read());
    }

    private void addIfOverview(TiffDirectory directory, RasterLayout base) throws IOException {
        long kind = directory.number(TiffTags.NEW_SUBFILE_TYPE, 0);
        masked |= (kind & TRANSPARENCY_MASK) != 0;
        if ((kind & REDUCED_IMAGE) == 0 || (kind & TRANSPARENCY_MASK) != 0) {
            return;
        }
        TiffRaster overview = raster(directory);
        RasterLayout layout = overview.layout();
        boolean smaller = layout.width() <= base.width() && layout.height() <= base.height();
        if (smaller && layout.bands() == base.bands() && layout.sampleType() == base.sampleType()) {
            rasters.add(overview);
        }
    }

    private FileStructure structure(List<TiffDirectory> directories, boolean big) throws IOException {
        List<Long> offsets = directories.stream().map(TiffDirectory::offset).toList();
        return new FileStructure(file.size(), big, file.order(), offsets, ghostArea(big), directoriesFirst(offsets));
    }

    private boolean directoriesFirst(List<Long> directoryOffsets) throws IOException {
        long last = -1;
        for (long offset : directoryOffsets) {
            if (offset <= last) {
                return false;
            }
            last = offset;
        }
        long previous = last;
        for (int i = rasters.size() - 1; i >= 0; i--) {
            RasterLayout layout = rasters.get(i).layout();
            int tag = layout.tiled() ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS;
            long first = rasters.get(i).directory().number(tag, 0);
            if (first != 0 && first <= previous) {
                return false;
            }
            previous = Math.max(first, previous);
        }
        return true;
    }

    private String ghostArea(boolean big) throws IOException {
        int start = big ? 16 : 8;
        int headLength = TiffTags.GHOST_AREA.length() + SIZE_DIGITS + SIZE_TAIL.length();
        if (file.size() < start + headLength) {
            return "";
        }
        String head = text(start, headLength);
        String digits = head.substring(TiffTags.GHOST_AREA.length(), TiffTags.GHOST_AREA.length() + SIZE_DIGITS);
        if (!head.startsWith(TiffTags.GHOST_AREA) || !digits.matches("[0-9]{6}")) {
            return "";
        }
        return text(start + headLength, Integer.parseInt(digits));
    }

    private String text(int position, int length) throws IOException {
        return StandardCharsets.US_ASCII
                .decode(file.read(position, length, "GDAL's structural metadata"))
                .toString();
    }

    private static String pictureReason(TiffRaster raster) throws IOException {
        RasterLayout layout = raster.layout();
        int photometric = (int) Math.min(raster.photometric(), Integer.MAX_VALUE);
        String kind =
                switch (photometric) {
                    case 2 -> layout.bands() > 3 ? "RGBA" : "RGB";
                    case 3 -> "palette";
                    case 5 -> "CMYK";
                    case 6 -> "YCbCr";
                    case 8 -> "CIELab";
                    default -> "";
                };
        if (!kind.isEmpty()) {
            return "is a picture (" + kind + "), not values";
        }
        if (layout.bands() >= 3 && layout.sampleType() == SampleType.UINT8) {
            return "is a picture (" + layout.bands() + " bands of 8 bits), not values";
        }
        return "";
    }
}
