package org.geoanomaly.gam.pipeline.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.error.OutputException;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.progress.StageProgress;
import org.geoanomaly.gam.pipeline.store.WriteFailure;
import org.jspecify.annotations.Nullable;

/** One URL into one partial, attempt by attempt. Not thread-safe. */
final class Transfer implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 512;

    private final HttpClient client;
    private final DownloadPolicy policy;
    private final URI url;
    private final Expected expected;
    private final Partial partial;
    private final ProgressListener listener;
    private @Nullable StageProgress progress;
    private long reported;
    private boolean resumed;

    Transfer(
            HttpClient client,
            DownloadPolicy policy,
            URI url,
            Expected expected,
            Partial partial,
            ProgressListener listener) {
        this.client = client;
        this.policy = policy;
        this.url = url;
        this.expected = expected;
        this.partial = partial;
        this.listener = listener;
    }

    /** Whether bytes of an earlier attempt were kept. */
    boolean resumed() {
        return resumed;
    }

    /** Brings the partial to its end, or throws: a {@link TransferException} if another attempt may help. */
    void attempt() throws IOException, InterruptedException {
        long have = resumablePart();
        HttpResponse<InputStream> response = send(have);
        try (InputStream body = response.body()) {
            Answer answer = Answer.of(response.uri(), response);
            answer.check();
            if (answer.status() == 416) {
                beyondTheEnd(answer, have);
                return;
            }
            boolean append = have > 0 && answer.status() == 206 && answer.rangeStart() == have;
            if (answer.status() == 206 && !append) {
                partial.discard();
                throw new TransferException("the server sent another part than was asked for", null, null);
            }
            resumed = append;
            checkSize(answer.totalSize());
            if (!append) {
                partial.remember(url, answer.validator());
            }
            begin(answer.totalSize(), append ? have : 0);
            long start = append ? have : 0;
            GuardedRead.run(body, policy.idleTimeout(), read -> receive(read, answer, start));
        }
    }

    /** Length of the part that may be continued. Without a validator only a known checksum can tell whether the parts belong together. */
    private long resumablePart() {
        String validator = partial.validatorFor(url);
        boolean usable = validator != null && (!validator.isEmpty() || expected.sha256() != null);
        if (!usable) {
            partial.discard();
            return 0;
        }
        return partial.size();
    }

    private HttpResponse<InputStream> send(long have) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(policy.idleTimeout())
                .header("User-Agent", "GeoAnomalyMapper")
                .header("Accept-Encoding", "identity")
                .GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            String validator = partial.validatorFor(url);
            if (validator != null && !validator.isEmpty()) {
                request.header("If-Range", validator);
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (javax.net.ssl.SSLHandshakeException e) {
            throw new DataFetchException(
                    "cannot trust " + url.getHost() + ": " + e.getMessage(),
                    "check the address and this machine's clock and certificates; checks of certificates cannot be turned off",
                    e);
        } catch (IOException e) {
            throw new TransferException(describe(e), null, e);
        }
    }

    private void beyondTheEnd(Answer answer, long have) throws TransferException {
        if (answer.totalSize() != have || have == 0) {
            partial.discard();
            throw new TransferException("the server's file is another one than the part downloaded so far", null, null);
        }
        resumed = true;
    }

    private void checkSize(long total) {
        if (total > policy.maxBytes()) {
            partial.discard();
            throw tooLarge(total + " bytes");
        }
        if (total >= 0 && expected.onlySize() >= 0 && total != expected.onlySize()) {
            partial.discard();
            throw new DataFetchException(
                    url + " offers " + total + " bytes where the catalogue says " + expected.onlySize(),
                    "the provider's file has changed: check it, then give the new size and sha256 in your data_sources.yaml",
                    null);
        }
    }

    private DataFetchException tooLarge(String what) {
        return new DataFetchException(
                url + " is too large: " + what + ", and the limit is " + policy.maxBytes(),
                "raise the limit if this is really the file you want",
                null);
    }

    private void receive(GuardedRead body, Answer answer, long start) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long position = start;
        try (FileChannel out = openPart(start)) {
            for (int n = body.read(buffer); n > 0; n = body.read(buffer)) {
                if (position == 0) {
                    refuseWebPage(answer, buffer, n);
                }
                position += n;
                if (position > policy.maxBytes()) {
                    partial.discard();
                    throw tooLarge("more than " + policy.maxBytes() + " bytes");
                }
                store(out, buffer, n);
                report(position);
            }
            force(out);
        }
        if (answer.totalSize() >= 0 && position != answer.totalSize()) {
            throw new TransferException(
                    "the connection ended after " + position + " of " + answer.totalSize() + " bytes", null, null);
        }
    }

    private FileChannel openPart(long start) {
        try {
            FileChannel out = FileChannel.open(partial.data(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            out.truncate(start);
            out.position(start);
            return out;
        } catch (IOException e) {
            throw WriteFailure.of(partial.data(), e);
        }
    }

    // A full disk is an IOException too, but no reason to ask the server again.
    private void store(FileChannel out, byte[] buffer, int n) throws OutputException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw WriteFailure.of(partial.data(), e);
        }
    }

    private void force(FileChannel out) {
        try {
            out.force(true);
        } catch (IOException e) {
            throw WriteFailure.of(partial.data(), e);
        }
    }

    private void refuseWebPage(Answer answer, byte[] buffer, int n) {
        String head = new String(buffer, 0, Math.min(n, SNIFFED), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (answer.claimsHtml() || head.startsWith("<!doctype html") || head.startsWith("<html")) {
            partial.discard();
            throw new DataFetchException(
                    url + " answered with a web page instead of data",
                    "open it in a browser: the provider may ask for a login or have moved the file",
                    null);
        }
    }

    private void begin(long total, long start) {
        if (progress == null) {
            progress = listener.begin("download", total);
            progress.note(String.valueOf(partial.data().getFileName()).replace(".part", ""));
        }
        report(start);
    }

    /** Counts each byte once, however often it has to be fetched. */
    private void report(long position) {
        if (progress != null && position > reported) {
            progress.advance(position - reported);
            reported = position;
        }
    }

    private static String describe(IOException e) {
        if (e instanceof java.net.http.HttpConnectTimeoutException) {
            return "no connection within the time limit";
        }
        if (e instanceof java.net.http.HttpTimeoutException) {
            return "no answer within the time limit";
        }
        if (e instanceof java.net.ConnectException) {
            return "no connection to the server";
        }
        String message = e.getMessage();
        return message == null ? "the connection broke" : "the connection broke: " + message;
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
