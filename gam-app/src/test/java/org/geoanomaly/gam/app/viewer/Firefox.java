package org.geoanomaly.gam.app.viewer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Firefox of its own with an empty profile, driven over WebDriver BiDi (W3C). */
final class Firefox implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://[0-9.:]+)");
    private static final long SECONDS = 90;

    private final Process process;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger lastId = new AtomicInteger();
    private String context = "";

    private Firefox(Process process, WebSocket socket, Answers answers) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
    }

    static Optional<Path> find() {
        return Stream.of("/usr/bin/firefox-esr", "/usr/bin/firefox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Firefox start(Path program, Path folder, int width, int height) throws IOException, InterruptedException {
        Path profile = Files.createDirectories(folder.resolve("firefox"));
        // Firefox has a software renderer of its own and only has to be told that it may use it.
        Files.writeString(profile.resolve("user.js"), "user_pref('webgl.force-enabled', true);\n");
        Path log = folder.resolve("firefox.log");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-remote",
                        "--remote-debugging-port=0",
                        "--width=" + width,
                        "--height=" + height,
                        "--profile",
                        profile.toString(),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher line = LISTENING.matcher(Files.readString(log));
            if (line.find()) {
                return connect(process, URI.create(line.group(1) + "/session"));
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException(program + " did not start: " + Files.readString(log));
    }

    private static Firefox connect(Process process, URI address) throws IOException, InterruptedException {
        Answers answers = new Answers();
        WebSocket socket =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, answers).join();
        Firefox firefox = new Firefox(process, socket, answers);
        firefox.send("session.new", Map.of("capabilities", Map.of()));
        firefox.context = firefox.send("browsingContext.getTree", Map.of())
                .at("/contexts/0/context")
                .asString("");
        return firefox;
    }

    void show(String address) throws IOException, InterruptedException {
        send("browsingContext.navigate", Map.of("context", context, "url", address, "wait", "complete"));
    }

    /** The value of an expression as text; promises are awaited. */
    String evaluate(String expression) throws IOException, InterruptedException {
        JsonNode answer = send(
                "script.evaluate",
                Map.of("expression", "Promise.resolve(" + expression + ").then(String)", "awaitPromise", true, "target", Map.of("context", context)));
        return answer.at("/result/value").asString(answer.toString());
    }

    void await(String expression) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluate(expression).equals("true")) {
            if (System.nanoTime() > end) {
                throw new IOException("never became true: " + expression + "; errors: " + evaluate("window.gamErrors"));
            }
            Thread.sleep(200);
        }
    }

    byte[] screenshot() throws IOException, InterruptedException {
        JsonNode answer = send("browsingContext.captureScreenshot", Map.of("context", context));
        return Base64.getDecoder().decode(answer.path("data").asString(""));
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(method + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings answers to who waits for them. */
    private static final class Answers implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        waiting.remove(message.path("id").asInt(-1));
                if (answer != null && message.path("type").asString("").equals("error")) {
                    answer.completeExceptionally(new IOException(message.toString()));
                } else if (answer != null) {
                    answer.complete(message.path("result"));
                }
            }
            webSocket.request(1);
            return null;
        }
    }
}
