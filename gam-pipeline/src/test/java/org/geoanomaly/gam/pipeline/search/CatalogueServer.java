package org.geoanomaly.gam.pipeline.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Answers as told, one after another, and remembers what it was asked. */
final class CatalogueServer implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /** What to answer; headers are names and values in turn. */
    record Reply(int status, String body, List<String> headers) {}

    /** What was asked. */
    record Asked(String method, URI uri, String body, String authorization) {}

    CatalogueServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    CatalogueServer then(int status, String body, String... headers) {
        synchronized (replies) {
            replies.add(new Reply(status, body, List.of(headers)));
        }
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                body,
                authorization == null ? "" : authorization));
        Reply reply;
        synchronized (replies) {
            reply = replies.isEmpty() ? new Reply(500, "no more replies", List.of()) : replies.remove();
        }
        for (int i = 0; i < reply.headers.size(); i += 2) {
            exchange.getResponseHeaders().add(reply.headers.get(i), reply.headers.get(i + 1));
        }
        byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
