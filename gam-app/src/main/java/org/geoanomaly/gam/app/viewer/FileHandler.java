package org.geoanomaly.gam.app.viewer;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests with files. Whole texts are compressed for those who take that; a range never is: its offsets are offsets in the file.
 * Thread-safe.
 */
final class FileHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FileHandler.class);
    private static final int BUFFER = 1 << 16;
    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?$");
    /** A page may show only what this server or the page itself holds. */
    private static final String POLICY =
            "default-src 'self' 'unsafe-inline' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final ServedFolder folder;
    private final CrossOrigin crossOrigin;
    private final GzipCache compressed = new GzipCache();
    private final AtomicInteger underWay = new AtomicInteger();

    FileHandler(ServedFolder folder, CrossOrigin crossOrigin) {
        this.folder = folder;
        this.crossOrigin = crossOrigin;
    }

    /** How many answers are being sent. */
    int underWay() {
        return underWay.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            crossOrigin.describe(exchange.getResponseHeaders());
            String method = exchange.getRequestMethod();
            if (method.equals("OPTIONS") && crossOrigin.allowed() != null) {
                crossOrigin.describePreflight(exchange.getResponseHeaders());
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "only GET and HEAD are answered here");
                return;
            }
            Optional<Path> file =
                    UrlPath.names(exchange.getRequestURI().getRawPath()).flatMap(folder::find);
            if (file.isEmpty()) {
                refuse(exchange, 404, "there is no such file");
                return;
            }
            send(exchange, file.get());
        } catch (IOException e) {
            // Mostly a visitor who left before the answer ended.
            LOG.debug(
                    "{} {} was not answered: {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    e.getMessage());
            throw e;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void send(HttpExchange exchange, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            String tag = tag(file, size);
            Headers answer = exchange.getResponseHeaders();
            boolean gzip = wantsGzip(exchange.getRequestHeaders(), file, size);
            answer.set("ETag", gzip ? compressedTag(tag) : tag);
            answer.set("Last-Modified", httpDate(file));
            answer.set("Cache-Control", "no-cache");
            answer.set("Accept-Ranges", "bytes");
            if (ContentTypes.isText(ContentTypes.of(String.valueOf(file.getFileName())))) {
                answer.add("Vary", "Accept-Encoding");
            }
            if (unchanged(exchange.getRequestHeaders(), tag, file)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            describe(answer, file);
            if (gzip) {
                sendCompressed(exchange, compressed.of(file, tag));
                return;
            }
            ByteRange.Request request = requested(exchange.getRequestHeaders(), tag, size);
            if (request instanceof ByteRange.Unsatisfiable) {
                answer.set("Content-Range", "bytes */" + size);
                refuse(exchange, 416, "the range lies beyond the end of the file, which has " + size + " bytes");
            } else if (request instanceof ByteRange.Part part) {
                ByteRange range = part.range();
                answer.set("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
                transfer(exchange, 206, channel, range);
            } else {
                transfer(exchange, 200, channel, ByteRange.whole(size));
            }
        } catch (NoSuchFileException e) {
            refuse(exchange, 404, "there is no such file");
        }
    }

    /** Only whole texts, and only for who says so: a range's offsets would mean nothing. */
    private static boolean wantsGzip(Headers request, Path file, long size) {
        String accepted = request.getFirst("Accept-Encoding");
        return accepted != null
                && request.getFirst("Range") == null
                && takesGzip(accepted)
                && size >= GzipCache.SMALLEST
                && size <= GzipCache.LARGEST
                && ContentTypes.isText(ContentTypes.of(String.valueOf(file.getFileName())));
    }

    private static boolean takesGzip(String accepted) {
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .anyMatch(c ->
                        c.matches("(gzip|\\*)\\s*(;.*)?") && !REFUSED.matcher(c).find());
    }

    /** Other bytes need another strong validator. */
    private static String compressedTag(String tag) {
        return tag.substring(0, tag.length() - 1) + "-gz\"";
    }

    private static void sendCompressed(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Whether the visitor already has this content; a tag says so better than a date (RFC 9110, section 13.2.2). */
    private static boolean unchanged(Headers request, String tag, Path file) throws IOException {
        String tags = request.getFirst("If-None-Match");
        if (tags != null) {
            return matches(tags, tag) || matches(tags, compressedTag(tag));
        }
        String date = request.getFirst("If-Modified-Since");
        return date != null && date.strip().equals(httpDate(file));
    }

    private static String httpDate(Path file) throws IOException {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Files.getLastModifiedTime(file).toInstant().atZone(ZoneOffset.UTC));
    }

    private static void describe(Headers answer, Path file) {
        String type = ContentTypes.of(String.valueOf(file.getFileName()));
        answer.set("Content-Type", type);
        if (type.startsWith("text/html")) {
            answer.set("Content-Security-Policy", POLICY);
        }
    }

    /** A strong validator: products are replaced whole, so another content has another time. */
    private static String tag(Path file, long size) throws IOException {
        long time = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        return "\"" + Long.toHexString(size) + "-" + Long.toHexString(time) + "\"";
    }

    private static boolean matches(String header, String tag) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(t -> t.equals("*") || t.equals(tag) || t.equals("W/" + tag));
    }

    /** A range only counts for the content the visitor already has, if it says so, and only for GET. */
    private static ByteRange.Request requested(Headers headers, String tag, long size) {
        String range = headers.getFirst("Range");
        String condition = headers.getFirst("If-Range");
        boolean sameContent = condition == null || condition.strip().equals(tag);
        return range != null && sameContent ? ByteRange.parse(range, size) : new ByteRange.Everything();
    }

    private static void transfer(HttpExchange exchange, int status, FileChannel file, ByteRange range)
            throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(range.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        // The JDK takes 0 for "unknown" and −1 for "none".
        exchange.sendResponseHeaders(status, range.length() == 0 ? -1 : range.length());
        if (range.length() == 0) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long at = range.first(); at <= range.last(); ) {
                buffer.clear().limit((int) Math.min(BUFFER, range.last() - at + 1));
                int read = file.read(buffer, at);
                if (read < 0) {
                    throw new IOException("the file became shorter while it was sent");
                }
                out.write(buffer.array(), 0, read);
                at += read;
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        byte[] body = (why + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
