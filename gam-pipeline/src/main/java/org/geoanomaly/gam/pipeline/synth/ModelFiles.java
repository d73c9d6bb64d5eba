package org.geoanomaly.gam.pipeline.synth;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.geoanomaly.gam.formats.compressed.CompressedFile;
import org.geoanomaly.gam.formats.gfc.GfcReader;
import org.geoanomaly.gam.formats.shc.CofReader;
import org.geoanomaly.gam.formats.shc.ShcModel;
import org.geoanomaly.gam.formats.shc.ShcReader;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.geoanomaly.gam.grid.error.GamException;

/**
 * Opens model files: ICGEM {@code .gfc}, magnetic {@code .shc} and {@code .cof}, plain or in gzip, xz, zip or tar. The kind is found by
 * the name and, failing that, by the content.
 */
public final class ModelFiles {
    private static final int SNIFFED = 1 << 17;
    private static final Pattern PACKED = Pattern.compile("(\\.tar)?\\.(gz|xz|zip|tar)$|\\.t[gx]z$");
    private static final Pattern GFC_LINE = Pattern.compile("(?m)^gfct? +\\d+ +\\d+ ");
    private static final List<String> EXTENSIONS = List.of(".gfc", ".shc", ".cof");

    private ModelFiles() {}

    /**
     * Reads a model.
     *
     * @throws DataFormatException if the file is none of these, or is damaged
     */
    public static ModelSource read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new DataFormatException(path, "is a directory, not a model file");
            }
            if (!Files.exists(path)) {
                throw new GamException("there is no file " + path);
            }
            Optional<CompressedFile> compressed = CompressedFile.detect(path, CompressedFile.Limits.DEFAULT);
            return compressed.isPresent() ? expanded(path, compressed.get()) : plain(path, path);
        } catch (IOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * The main field of a file.
     *
     * @throws GamException if it holds no magnetic model
     */
    public static ShcModel mainField(Path path) {
        if (read(path) instanceof ModelSource.Magnetic magnetic) {
            return magnetic.file();
        }
        throw new GamException(path + " is a gravity model, not a main magnetic field");
    }

    /** Whether a file is a model of coefficients rather than a grid or a table, by its name, the names in its archive, or its head. */
    public static boolean isModel(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (kind(PACKED.matcher(name).replaceFirst("")).isPresent()) {
            return true;
        }
        try {
            Optional<CompressedFile> compressed = CompressedFile.detect(path, CompressedFile.Limits.DEFAULT);
            if (compressed.isPresent()) {
                return compressed.get().members().stream().anyMatch(n -> kind(n).isPresent());
            }
            try (InputStream in = Files.newInputStream(path)) {
                String head = new String(in.readNBytes(SNIFFED), StandardCharsets.ISO_8859_1);
                return head.contains("earth_gravity_constant")
                        || GFC_LINE.matcher(head).find();
            }
        } catch (IOException e) {
            throw new GamException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static ModelSource expanded(Path path, CompressedFile compressed) throws IOException {
        List<String> models =
                compressed.members().stream().filter(n -> kind(n).isPresent()).toList();
        Path scratch = Files.createTempDirectory("gam-model");
        try {
            Optional<String> member = models.size() == 1 ? Optional.of(models.get(0)) : Optional.empty();
            return plain(compressed.expand(scratch, member), path);
        } finally {
            try (Stream<Path> files = Files.list(scratch)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(scratch);
        }
    }

    private static Optional<String> kind(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().filter(lower::endsWith).findFirst();
    }

    private static ModelSource plain(Path file, Path named) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), SNIFFED)) {
            String kind = kind(file.getFileName().toString()).orElse("");
            if (kind.isEmpty()) {
                in.mark(SNIFFED);
                kind = sniffed(new String(in.readNBytes(SNIFFED), StandardCharsets.ISO_8859_1));
                in.reset();
            }
            String name = named.toString();
            return switch (kind) {
                case ".gfc" -> new ModelSource.Gravity(GfcReader.read(in, name));
                case ".shc" -> new ModelSource.Magnetic(ShcReader.read(in, name));
                case ".cof" -> new ModelSource.Magnetic(CofReader.read(in, name));
                default ->
                    throw new DataFormatException(
                            name,
                            "is no spherical harmonic model",
                            "gam reads ICGEM .gfc, magnetic .shc and .cof, also inside .gz, .xz, .zip and .tar",
                            null);
            };
        }
    }

    private static String sniffed(String head) {
        if (head.contains("end_of_head") || head.contains("earth_gravity_constant")) {
            return ".gfc";
        }
        for (String line : head.split("\n", 500)) {
            String[] words = line.trim().split("\\s+");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean numbers = Stream.of(words).allMatch(w -> w.matches("[-+0-9.eE]+"));
            if (numbers && words.length >= 5) {
                return ".shc";
            }
            return words.length >= 2 && words[0].matches("[12]\\d{3}(\\.\\d*)?") ? ".cof" : "";
        }
        return "";
    }
}
