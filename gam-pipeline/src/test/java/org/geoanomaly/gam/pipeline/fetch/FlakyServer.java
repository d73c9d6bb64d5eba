package org.geoanomaly.gam.pipeline.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real server on the loopback that misbehaves as told, request by request, and remembers what it was asked. */
final class FlakyServer implements AutoCloseable {
    final List<String> requests = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    interface Reply {
        void answer(HttpExchange exchange) throws IOException;
    }

    FlakyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    /** The answers to come, in order; the last one is repeated. */
    void will(Reply... next) {
        replies.addAll(List.of(next));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        synchronized (this) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
            requests.add((range == null ? "whole" : range) + (ifRange == null ? "" : " if " + ifRange));
            reply = replies.size() > 1 ? replies.remove() : replies.element();
        }
        try (exchange) {
            reply.answer(exchange);
        }
    }

    static Reply status(int code, String... headers) {
        return exchange -> {
            for (int i = 0; i + 1 < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(code, -1);
        };
    }

    static Reply html() {
        return exchange -> {
            byte[] page = "\n<!DOCTYPE html><html><body>Please log in</body></html>"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        };
    }

    /** Serves the file, with Range and If-Range as the standard says. */
    static Reply file(byte[] content, @Nullable String etag) {
        return exchange -> serve(exchange, content, etag, content.length, true);
    }

    /** Serves the file but closes the connection after so many bytes of the body. */
    static Reply dropAfter(int bytes, byte[] content, @Nullable String etag) {
        return exchange -> serve(exchange, content, etag, bytes, true);
    }

    static Reply ignoringRange(byte[] content, @Nullable String etag) {
        return exchange -> serve(exchange, content, etag, content.length, false);
    }

    static Reply silentAfter(int bytes, byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void serve(HttpExchange x, byte[] content, @Nullable String etag, int limit, boolean ranges)
            throws IOException {
        if (etag != null) {
            x.getResponseHeaders().set("ETag", etag);
        }
        String range = x.getRequestHeaders().getFirst("Range");
        String ifRange = x.getRequestHeaders().getFirst("If-Range");
        boolean partial = ranges && range != null && (ifRange == null || ifRange.equals(etag));
        int start = partial ? Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1")) : 0;
        if (start >= content.length && partial) {
            x.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            x.sendResponseHeaders(416, -1);
            return;
        }
        if (partial) {
            x.getResponseHeaders()
                    .set("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        }
        x.sendResponseHeaders(partial ? 206 : 200, content.length - start);
        OutputStream out = x.getResponseBody();
        out.write(content, start, Math.min(limit, content.length - start));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
