package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file over the network.
 *
 * <p>A connection that breaks is opened again, and the server asked for the rest (RFC 9110, section 14): with {@code
 * If-Range}, so that where the file has changed in between the whole comes and no mixture. Where the first address fails
 * the next is tried.
 */
final class Download {
    private static final int BLOCK = 1 << 16;

    private final HttpClient client;
    private final Patience patience;
    private final FetchEvents events;

    Download(Patience patience, FetchEvents events) {
        this.patience = patience;
        this.events = events;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.silence())
                .build();
    }

    /**
     * What came.
     *
     * @param address from where
     * @param bytes what it is
     */
    record Delivery(URI address, Published bytes) {}

    /**
     * Brings a file.
     *
     * @param target where it goes; its folder exists
     * @param expected what it has to be, if that is known
     * @throws FetchException if it does not come, or is not what was expected; {@code target} is then as it was
     */
    Delivery to(Path target, RemoteFile file, @Nullable Published expected) throws IOException {
        try (PartFile part = PartFile.of(target)) {
            List<String> refusals = new ArrayList<>();
            for (URI address : inOrder(file.addresses(), part)) {
                try {
                    bring(address, file, part, expected);
                    Published bytes = checked(address, part, expected);
                    part.finish();
                    return new Delivery(address, bytes);
                } catch (FetchException e) {
                    refusals.add(e.getMessage());
                }
            }
            throw new FetchException(String.join("; and ", refusals));
        }
    }

    /** What has been begun is gone on with. */
    private static List<URI> inOrder(List<URI> addresses, PartFile part) throws IOException {
        List<URI> order = new ArrayList<>();
        for (URI address : addresses) {
            order.add(part.canGoOnFrom(address) ? 0 : order.size(), address);
        }
        return order;
    }

    private void bring(URI address, RemoteFile file, PartFile part, @Nullable Published expected) throws IOException {
        int failed = 0;
        while (true) {
            long before = part.size();
            try {
                attempt(address, file, part, expected);
                return;
            } catch (FetchException e) {
                throw e;
            } catch (IOException e) {
                long now = part.size();
                failed = now > before ? 1 : failed + 1;
                boolean hopeless = e instanceof SSLException || (now == 0 && NetworkWords.isUnknownHost(e));
                if (hopeless || failed >= patience.attempts()) {
                    throw new FetchException(address + ": " + NetworkWords.of(address, e), e);
                }
                pause(file, now, failed, e);
            }
        }
    }

    private void pause(RemoteFile file, long bytes, int failed, IOException problem) throws InterruptedIOException {
        Duration pause = patience.pause(failed);
        if (problem instanceof Answer.Busy busy && busy.pause().compareTo(pause) > 0) {
            pause = patience.shorter(busy.pause());
        }
        events.note(String.format(
                Locale.ROOT,
                "%s: broken off after %d bytes; trying again in %.0f s",
                file.name(),
                bytes,
                pause.toMillis() * 1e-3));
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void attempt(URI address, RemoteFile file, PartFile part, @Nullable Published expected) throws IOException {
        boolean begun = part.canGoOnFrom(address);
        if (begun && part.isWhole()) {
            return;
        }
        Answer answer = ask(address, part, begun);
        if (begun && !answer.isWhole() && !answer.isRestFrom(part.size())) {
            answer.body().close();
            part.forget();
            answer = ask(address, part, false);
        }
        if (answer.isWhole()) {
            if (begun) {
                events.note(file.name() + ": the server sends it from the beginning again");
            }
            part.startOver(new PartFile.Origin(address.toString(), answer.version(), answer.bytes()));
        } else if (!answer.isRestFrom(part.size())) {
            answer.body().close();
            throw new FetchException(address + ": the server sends a part; expected the whole file");
        }
        try (StallGuard body = new StallGuard(answer.body(), patience.silence())) {
            long whole = answer.bytes() < 0 ? -1 : part.size() + answer.bytes();
            require(address, whole, expected);
            DiskSpace.require(part.path(), answer.bytes());
            events.begin(file.name(), whole < 0 ? file.about() : whole, part.size());
            copy(body, part);
        }
    }

    private Answer ask(URI address, PartFile part, boolean rest) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.silence())
                .header("User-Agent", "vitrine")
                .header("Accept-Encoding", "identity");
        if (rest) {
            request.header("Range", "bytes=" + part.size() + "-")
                    .header("If-Range", part.origin().version());
        }
        try {
            Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofInputStream()));
            answer.requireGood();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void require(URI address, long bytes, @Nullable Published expected) throws FetchException {
        if (expected != null && bytes >= 0 && bytes != expected.bytes()) {
            throw new FetchException("%s: the file there has %d bytes; expected %d: it is another one by now"
                    .formatted(address, bytes, expected.bytes()));
        }
    }

    private void copy(StallGuard body, PartFile part) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int n = body.read(block); n >= 0; n = body.read(block)) {
            try {
                part.write(block, n);
            } catch (IOException e) {
                throw DiskSpace.problem(part.path(), e);
            }
            events.at(part.size());
        }
    }

    /** A file that is not what was expected is no use to go on with: it goes. */
    private Published checked(URI address, PartFile part, @Nullable Published expected) throws IOException {
        Published bytes = Digest.of(part.path(), events);
        if (expected == null || bytes.equals(expected)) {
            return bytes;
        }
        part.forget();
        throw new FetchException(
                "%s: came with %d bytes and SHA-256 %s; expected %d and %s: damaged on the way, or another file by now"
                        .formatted(address, bytes.bytes(), bytes.sha256(), expected.bytes(), expected.sha256()));
    }

    /** Makes a folder and those above it. */
    static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new FetchException(e.getFile() + " is a file; expected a folder, or nothing yet", e);
        }
    }
}
