package org.geoanomaly.gam.pipeline.fdsn;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.fetch.DownloadPolicy;
import org.geoanomaly.gam.pipeline.fetch.ServiceAnswer;
import org.geoanomaly.gam.pipeline.fetch.ServiceCall;
import org.geoanomaly.gam.pipeline.progress.ProgressListener;
import org.geoanomaly.gam.pipeline.store.Sha256;

/** Asks FDSN services and keeps their answers as files. Thread-safe. */
public final class FdsnClient {
    /** How often a question is halved: 4096 parts at most. */
    private static final int DEEPEST = 12;

    private static final int LOOK_AT = 512;
    private static final Pattern TOO_MUCH = Pattern.compile(
            "(?is).*(too (much|many)|exceeds (the )?(search )?(limit|maximum)|exceeds search limit|request (is )?too large|limit of \\d+).*");

    private final ServiceCall call;
    private final ProgressListener listener;

    public FdsnClient(DownloadPolicy policy, ProgressListener listener) {
        this.call = new ServiceCall(policy, listener);
        this.listener = listener;
    }

    /**
     * Asks, in as many parts as the service needs, and stores each part's answer in a directory under a name made of the question.
     *
     * @param byTime whether time may be halved; else only the box is
     * @param suffix of the files, such as {@code .xml}
     * @return the files in the order of the parts; none if there are no data. What lies on an edge between parts is in both
     * @throws DataFetchException if the service refuses or cannot be reached
     */
    public List<Path> fetch(FdsnQuery query, boolean byTime, Path directory, String suffix)
            throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (FdsnQuery side : query.crosses() ? query.sides() : List.of(query)) {
            part(side, byTime, directory, suffix, 0, files);
        }
        return files;
    }

    private void part(FdsnQuery query, boolean byTime, Path directory, String suffix, int depth, List<Path> files)
            throws IOException, InterruptedException {
        URI url = query.uri();
        Path target = directory.resolve("part-" + Sha256.of(url.toString()).substring(0, 16) + suffix);
        ServiceAnswer answer = call.get(url, target);
        if (tooMuch(answer)) {
            Optional<List<FdsnQuery>> halves = depth < DEEPEST ? query.halves(byTime) : Optional.empty();
            if (halves.isEmpty()) {
                throw new DataFetchException(
                        url + " is too much for the service even after " + depth + " halvings",
                        "choose a smaller data.bbox, a shorter time or a higher min_magnitude",
                        null);
            }
            listener.info("download", url.getHost() + ": too much for one answer; asked in halves");
            for (FdsnQuery half : halves.get()) {
                part(half, byTime, directory, suffix, depth + 1, files);
            }
        } else if (has(url, answer, target)) {
            files.add(target);
        }
    }

    /**
     * Fetches one address as it is.
     *
     * @return whether there is content
     */
    public boolean fetch(URI url, Path target) throws IOException, InterruptedException {
        return has(url, call.get(url, target), target);
    }

    private static boolean tooMuch(ServiceAnswer answer) {
        return answer.status() == 413
                || (answer.status() == 400 && TOO_MUCH.matcher(answer.message()).matches());
    }

    private static boolean has(URI url, ServiceAnswer answer, Path target) throws IOException {
        if (answer.status() == 204 || answer.status() == 404) {
            return false;
        }
        if (!answer.ok()) {
            throw refused(url, answer);
        }
        String head;
        try (InputStream in = Files.newInputStream(target)) {
            head = new String(in.readNBytes(LOOK_AT), StandardCharsets.UTF_8).strip();
        }
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            Files.deleteIfExists(target);
            throw new DataFetchException(
                    url + " answered with a web page instead of data",
                    "open it in a browser: the service may be down or have moved",
                    null);
        }
        if (head.isEmpty() && Files.size(target) <= LOOK_AT) {
            Files.deleteIfExists(target);
            return false;
        }
        return true;
    }

    private static DataFetchException refused(URI url, ServiceAnswer answer) {
        String why = answer.message()
                .replaceAll("(?s)<[^>]{0,500}>", " ")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.matches("(?i)error \\d+.*"))
                .findFirst()
                .orElse("");
        String clipped = why.length() > 200 ? why.substring(0, 200) + "…" : why;
        String help =
                switch (answer.status()) {
                    case 401, 403 -> "this service asks for a login or refuses this machine; choose another provider";
                    case 400 -> "the service does not understand the question; see its own documentation";
                    default -> "see the provider's own page";
                };
        return new DataFetchException(
                url + " answered " + answer.status() + (clipped.isEmpty() ? "" : ": " + clipped), help, null);
    }
}
