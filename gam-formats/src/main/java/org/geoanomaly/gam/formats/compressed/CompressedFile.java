package org.geoanomaly.gam.formats.compressed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.geoanomaly.gam.grid.error.DataFormatException;
import org.tukaani.xz.XZInputStream;

/**
 * A compressed file, recognised by its first bytes. Names inside an archive only choose a member; what is written always lies directly in
 * the directory that the caller gives, so a name such as {@code ../../etc/passwd} leads nowhere.
 */
public final class CompressedFile {
    private static final int XZ_MEMORY_KIB = 1 << 17;
    private static final int TAR_MAGIC_AT = 257;

    /** How the bytes are wrapped. */
    public enum Wrapper {
        GZIP,
        XZ,
        ZIP,
        TAR
    }

    /**
     * What a compressed file may grow to.
     *
     * @param bytes absolute size
     * @param ratio growth over the compressed size; not applied to the first 64 MiB
     */
    public record Limits(long bytes, long ratio) {
        public static final Limits DEFAULT = new Limits(16L << 30, 2000);
        private static final long FREE = 64L << 20;

        long allowed(long compressed) {
            long byRatio = compressed > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : Math.max(FREE, compressed * ratio);
            return Math.min(bytes, byRatio);
        }
    }

    private final Path path;
    private final Wrapper wrapper;
    private final Limits limits;

    private CompressedFile(Path path, Wrapper wrapper, Limits limits) {
        this.path = path;
        this.wrapper = wrapper;
        this.limits = limits;
    }

    /** The compressed file at a path, or empty if it is not compressed in a way that is known here. */
    public static Optional<CompressedFile> detect(Path path, Limits limits) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(TAR_MAGIC_AT + 5);
            return wrapper(head).map(w -> new CompressedFile(path, w, limits));
        }
    }

    public Wrapper wrapper() {
        return wrapper;
    }

    /** Names of the regular files inside an archive; for a single compressed file the one name it would have. */
    public List<String> members() throws IOException {
        List<String> names = new ArrayList<>();
        guarded(() -> {
            if (wrapper == Wrapper.ZIP) {
                try (ZipFile zip = new ZipFile(path.toFile())) {
                    Collections.list(zip.entries()).stream()
                            .filter(e -> !e.isDirectory())
                            .forEach(e -> names.add(e.getName()));
                }
                return true;
            }
            try (InputStream in = plain()) {
                if (isTar(in)) {
                    TarArchiveInputStream tar = new TarArchiveInputStream(in);
                    for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                        if (e.isFile()) {
                            names.add(e.getName());
                        }
                    }
                } else {
                    names.add(plainName());
                }
            }
            return true;
        });
        return names;
    }

    /**
     * Decompresses one file into a directory.
     *
     * @param member which file of an archive: its name or the end of it; not needed if there is only one
     * @return the file written, named as in the archive
     * @throws DataFormatException if the wrapper is damaged, the member is missing or ambiguous, or the limits are exceeded
     */
    public Path expand(Path directory, Optional<String> member) throws IOException {
        String chosen = choose(member);
        Path target = directory.resolve(baseName(chosen));
        return guarded(() -> {
            if (wrapper == Wrapper.ZIP) {
                try (ZipFile zip = new ZipFile(path.toFile());
                        InputStream in = zip.getInputStream(zip.getEntry(chosen))) {
                    copy(in, target);
                }
                return target;
            }
            try (InputStream in = plain()) {
                if (!isTar(in)) {
                    copy(in, target);
                    return target;
                }
                TarArchiveInputStream tar = new TarArchiveInputStream(in);
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    if (e.isFile() && e.getName().equals(chosen)) {
                        copy(tar, target);
                        return target;
                    }
                }
            }
            throw new DataFormatException(path, "has no member " + chosen);
        });
    }

    private String choose(Optional<String> member) throws IOException {
        List<String> all = members();
        List<String> candidates = all.stream()
                .filter(n -> member.isPresent() ? n.equals(member.get()) || n.endsWith("/" + member.get()) : isData(n))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String list = all.size() > 10 ? all.subList(0, 10) + " and " + (all.size() - 10) + " more" : all.toString();
        if (candidates.isEmpty()) {
            throw new DataFormatException(
                    path, member.map(m -> "has no member '" + m + "'").orElse("holds no file") + "; it holds " + list);
        }
        throw new DataFormatException(path, "holds several files: " + list, "name the one to read");
    }

    private static boolean isData(String name) {
        String base = baseName(name).toLowerCase(Locale.ROOT);
        boolean about = base.startsWith("readme")
                || base.startsWith("license")
                || base.endsWith(".md")
                || base.endsWith(".pdf");
        return !about && !base.startsWith(".") && !name.startsWith("__MACOSX/");
    }

    private static String baseName(String name) {
        String path = name.replace('\\', '/');
        String base = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\x00-\\x1f:]", "_");
        return base.isEmpty() || base.equals(".") || base.equals("..") ? "member" : base;
    }

    private String plainName() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name + ".out";
    }

    private InputStream plain() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        InputStream plain =
                switch (wrapper) {
                    case GZIP -> new GZIPInputStream(in, 1 << 16);
                    case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
                    default -> in;
                };
        long allowed = wrapper == Wrapper.TAR ? Long.MAX_VALUE : limits.allowed(Files.size(path));
        return new BufferedInputStream(new LimitedStream(path, plain, allowed), 1 << 16);
    }

    private static boolean isTar(InputStream in) throws IOException {
        in.mark(1 << 10);
        byte[] head = in.readNBytes(TAR_MAGIC_AT + 5);
        in.reset();
        return wrapper(head).filter(w -> w == Wrapper.TAR).isPresent();
    }

    private void copy(InputStream in, Path target) throws IOException {
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(target)) {
            new LimitedStream(path, in, limits.allowed(Files.size(path))).transferTo(out);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static Optional<Wrapper> wrapper(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001f\u008b")) {
            return Optional.of(Wrapper.GZIP);
        }
        if (text.startsWith("\u00fd7zXZ\u0000")) {
            return Optional.of(Wrapper.XZ);
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Optional.of(Wrapper.ZIP);
        }
        boolean tar = text.length() >= TAR_MAGIC_AT + 5 && text.startsWith("ustar", TAR_MAGIC_AT);
        return tar ? Optional.of(Wrapper.TAR) : Optional.empty();
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    /** The libraries report damage as IOException, some as unchecked exceptions; a missing file stays what it is. */
    private <T> T guarded(Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (DataFormatException | java.nio.file.FileSystemException e) {
            throw e;
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw damaged(e);
        } catch (IOException e) {
            boolean disk = e.getMessage() != null && e.getMessage().contains("No space left");
            if (disk) {
                throw e;
            }
            throw damaged(e);
        }
    }

    private DataFormatException damaged(Exception e) {
        String why = e.getMessage() == null ? "" : ": " + e.getMessage();
        return new DataFormatException(
                path.toString(),
                "is a damaged or truncated " + wrapper.name().toLowerCase(Locale.ROOT) + " file" + why,
                null,
                e);
    }
}
