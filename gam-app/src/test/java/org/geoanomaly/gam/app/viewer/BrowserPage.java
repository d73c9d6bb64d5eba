package org.geoanomaly.gam.app.viewer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a browser, driven over the DevTools protocol; it notes whatever the page complains about and every address it asks. */
final class BrowserPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long ANSWER_SECONDS = 120;

    private final WebSocket socket;
    private final Incoming incoming;
    private final AtomicInteger lastId = new AtomicInteger();

    private BrowserPage(WebSocket socket, Incoming incoming) {
        this.socket = socket;
        this.incoming = incoming;
    }

    static BrowserPage open(Chromium browser) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        URI list = URI.create("http://127.0.0.1:" + browser.port() + "/json/list");
        String pages = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asString("").equals("page")) {
                Incoming incoming = new Incoming();
                URI address = URI.create(page.path("webSocketDebuggerUrl").asString(""));
                WebSocket socket =
                        http.newWebSocketBuilder().buildAsync(address, incoming).join();
                BrowserPage opened = new BrowserPage(socket, incoming);
                for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                    opened.send(domain + ".enable", Map.of());
                }
                return opened;
            }
        }
        throw new IOException("the browser has no page: " + pages);
    }

    /** Errors on the console, exceptions, requests that failed. */
    List<String> complaints() {
        return incoming.complaints;
    }

    /** Every address the page asked for. */
    List<String> requests() {
        return incoming.requests;
    }

    /** Loads an address anew, even if only its hash differs, and waits until the map has drawn everything. */
    void show(String address, int width, int height) throws IOException, InterruptedException {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        send("Page.navigate", Map.of("url", "about:blank"));
        send("Page.navigate", Map.of("url", address));
        await("window.gamReady === true");
    }

    /** Waits until an expression is true; says what the page complained about if it never is. */
    void await(String expression) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (!evaluate(expression).asBoolean(false)) {
            if (System.nanoTime() > end) {
                throw new IOException("never became true: " + expression + "; the page said " + complaints());
            }
            Thread.sleep(100);
        }
    }

    /** The value of an expression; promises are awaited. */
    JsonNode evaluate(String expression) throws IOException, InterruptedException {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + " threw " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    void moveMouse(double x, double y) throws IOException, InterruptedException {
        send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    void click(double x, double y) throws IOException, InterruptedException {
        moveMouse(x, y);
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
        }
    }

    /** Presses a key that writes nothing. */
    void press(String key, int code) throws IOException, InterruptedException {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    byte[] screenshot() throws IOException, InterruptedException {
        JsonNode answer = send("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(answer.path("data").asString(""));
    }

    static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        incoming.waiting.put(id, answer);
        String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(message, true).join();
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " failed; the page said " + complaints(), e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Sorts what the browser says into answers and events. */
    private static final class Incoming implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                receive(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        private void receive(JsonNode message) {
            if (message.has("id")) {
                CompletableFuture<JsonNode> answer =
                        waiting.remove(message.path("id").asInt());
                if (answer != null && message.has("error")) {
                    answer.completeExceptionally(
                            new IOException(message.path("error").toString()));
                } else if (answer != null) {
                    answer.complete(message.path("result"));
                }
            } else {
                note(message.path("method").asString(""), message.path("params"));
            }
        }

        private void note(String event, JsonNode about) {
            switch (event) {
                case "Network.requestWillBeSent" ->
                    requests.add(about.path("request").path("url").asString(""));
                case "Runtime.exceptionThrown" -> complaints.add(about.toString());
                case "Runtime.consoleAPICalled" ->
                    noteIf(about.path("type").asString("").equals("error"), about);
                case "Log.entryAdded" ->
                    noteIf(about.path("entry").path("level").asString("").equals("error"), about);
                case "Network.loadingFailed" -> noteIf(!about.path("canceled").asBoolean(false), about);
                case "Network.responseReceived" ->
                    noteIf(about.path("response").path("status").asInt() >= 400, about);
                default -> {
                    return;
                }
            }
        }

        private void noteIf(boolean bad, JsonNode about) {
            if (bad) {
                complaints.add(about.toString());
            }
        }
    }
}
