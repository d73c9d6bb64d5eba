package org.geoanomaly.gam.pipeline.fdsn;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on the loopback that answers as FDSN services do, and remembers what it was asked. */
public final class FdsnServer implements AutoCloseable {
    /** The requests with their parameters, in order. */
    public final List<String> requests = new ArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Answers one request. */
    public interface Handler {
        /** Called with the parameters of the query. */
        void answer(Map<String, String> query, HttpExchange exchange) throws IOException;
    }

    /** Starts a server. */
    public FdsnServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Its base address. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sets who answers at a path. */
    public void at(String path, Handler handler) {
        server.createContext(path, exchange -> {
            synchronized (requests) {
                requests.add(String.valueOf(exchange.getRequestURI()));
            }
            try (exchange) {
                handler.answer(query(exchange), exchange);
            }
        });
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> out = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int at = pair.indexOf('=');
                out.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return out;
    }

    /** Sends text. */
    public static void send(HttpExchange exchange, int status, String text, String... headers) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends bytes. */
    public static void send(HttpExchange exchange, int status, byte[] bytes, String... headers) throws IOException {
        for (int i = 0; i + 1 < headers.length; i += 2) {
            exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
