package org.geoanomaly.gam.pipeline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits, and as the multihash that STAC's file extension wants. */
public final class Sha256 {
    /** Multihash prefix: code 0x12 (sha2-256), length 0x20 (32 bytes). */
    public static final String MULTIHASH_PREFIX = "1220";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 1 << 17;

    private Sha256() {}

    public static String of(byte[] content) {
        return hex(digest().digest(content));
    }

    /** Of the text's UTF-8 bytes. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file's content, read once in blocks. */
    public static String ofFile(Path file) throws IOException {
        return hex(consume(file, digest()));
    }

    /** Of a file's content by another algorithm of the JDK, such as {@code MD5}, for providers who publish nothing better. */
    public static String ofFile(Path file, String algorithm) throws IOException {
        try {
            return hex(consume(file, MessageDigest.getInstance(algorithm)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no digest is called " + algorithm, e);
        }
    }

    /** Whether the text is a SHA-256 in the form this class writes. */
    public static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    /** The multihash, in hexadecimal, of a SHA-256 in hexadecimal. */
    public static String multihash(String hex) {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("'" + hex + "' is not a SHA-256");
        }
        return MULTIHASH_PREFIX + hex;
    }

    private static byte[] consume(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
