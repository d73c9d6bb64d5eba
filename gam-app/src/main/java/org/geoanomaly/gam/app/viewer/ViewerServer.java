package org.geoanomaly.gam.app.viewer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.geoanomaly.gam.pipeline.error.ConfigurationException;

/**
 * A running server for what a run wrote; closing it lets answers under way finish, for a second at most. It listens on the given host
 * only: {@code 127.0.0.1} keeps it on this machine.
 */
public final class ViewerServer implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int BACKLOG = 128;
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int PORTS_TO_TRY = 50;
    private static final int HIGHEST_PORT = 65535;

    private final HttpServer server;
    private final ExecutorService workers;
    private final FileHandler handler;
    private final String host;

    private ViewerServer(HttpServer server, ExecutorService workers, FileHandler handler, String host) {
        this.server = server;
        this.workers = workers;
        this.handler = handler;
        this.host = host;
    }

    /**
     * Starts serving.
     *
     * @param directory what {@code gam global} or {@code gam run} wrote, or a viewer folder
     * @param port 0 for any free one
     * @throws org.geoanomaly.gam.grid.error.DataFormatException if the directory has nothing to show
     * @throws ConfigurationException if the host is unknown or the port is taken; the help names a free one
     */
    public static ViewerServer start(Path directory, String host, int port) {
        return start(directory, host, port, CrossOrigin.NONE);
    }

    /** The same, readable by pages of other origins. */
    public static ViewerServer start(Path directory, String host, int port, CrossOrigin crossOrigin) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ConfigurationException("port " + port + " is not within 0 to " + HIGHEST_PORT);
        }
        ServedFolder folder = ServedFolder.of(directory);
        // Without this the last bytes of a small answer wait for the peer's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = bind(address(host), host, port);
        AtomicInteger number = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "viewer-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        FileHandler handler = new FileHandler(folder, crossOrigin);
        server.createContext("/", handler);
        server.start();
        return new ViewerServer(server, workers, handler, host);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ConfigurationException(
                    "there is no host " + host, "127.0.0.1 is this machine alone, 0.0.0.0 every network it is on", e);
        }
    }

    private static HttpServer bind(InetAddress address, String host, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (BindException e) {
            OptionalInt free = freePort(address, port);
            throw new ConfigurationException(
                    "cannot listen on port " + port + " of " + host + ": " + e.getMessage(),
                    free.isPresent() ? "port " + free.getAsInt() + " is free: --port " + free.getAsInt() : null,
                    e);
        } catch (IOException e) {
            throw new ConfigurationException("cannot listen on " + host + ": " + e.getMessage(), null, e);
        }
    }

    private static OptionalInt freePort(InetAddress address, int taken) {
        return IntStream.rangeClosed(Math.max(1024, taken + 1), Math.min(HIGHEST_PORT, taken + PORTS_TO_TRY))
                .filter(port -> isFree(address, port))
                .findFirst();
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to open in a browser. */
    public URI uri() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port() + "/");
    }

    @Override
    public void close() {
        // The JDK's own stop(seconds) waits all of them even when nothing is under way.
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (handler.underWay() > 0 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        workers.shutdownNow();
    }
}
