package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says to a request for a file, or for the rest of it. */
final class Answer {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final int WHOLE = 200;
    private static final int REST = 206;
    private static final int NO_SUCH_RANGE = 416;

    private final HttpResponse<InputStream> response;

    Answer(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** The server cannot just now. */
    static final class Busy extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Duration pause;

        private Busy(int status, Duration pause) {
            super("the server is busy or broken (HTTP " + status + ")");
            this.pause = pause;
        }

        /** How long the server asks to be left alone; may be zero. */
        Duration pause() {
            return pause;
        }
    }

    InputStream body() {
        return response.body();
    }

    boolean isWhole() {
        return response.statusCode() == WHOLE;
    }

    /** Whether this is the rest of the file from that byte on. */
    boolean isRestFrom(long byteNumber) {
        Matcher range = RANGE.matcher(header("Content-Range"));
        return response.statusCode() == REST && range.matches() && Long.parseLong(range.group(1)) == byteNumber;
    }

    /** A name for this state of the file that the server will know again, or nothing. */
    String version() {
        String tag = header("ETag");
        return tag.isEmpty() || tag.startsWith("W/") ? header("Last-Modified") : tag;
    }

    /** Of this body, or -1. */
    long bytes() {
        return response.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    /**
     * Refuses what is no success.
     *
     * @throws Busy if it may be one later
     * @throws FetchException if not
     */
    void requireGood() throws IOException {
        int status = response.statusCode();
        if (status == WHOLE || status == REST || status == NO_SUCH_RANGE) {
            return;
        }
        response.body().close();
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new Busy(status, pause());
        }
        throw new FetchException(response.uri() + ": " + words(status));
    }

    private static String words(int status) {
        return switch (status) {
            case 404, 410 -> "there is no such file (HTTP " + status + "); it may have moved";
            case 401, 403 -> "the server refuses it (HTTP " + status + "); it may want an account";
            default -> "the server answers with HTTP " + status + "; expected 200";
        };
    }

    private Duration pause() {
        String seconds = header("Retry-After");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
