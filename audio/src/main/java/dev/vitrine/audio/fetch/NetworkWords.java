package dev.vitrine.audio.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Java's words for a network's troubles, in plainer ones. */
final class NetworkWords {
    private NetworkWords() {}

    static String of(URI address, IOException problem) {
        String host = address.getHost();
        if (isUnknownHost(problem)) {
            return host + " cannot be found; is there a network? Behind a proxy say"
                    + " VITRINE_OPTS=\"-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT\"";
        }
        if (problem instanceof HttpTimeoutException) {
            return host + " does not answer; try again later";
        }
        if (problem instanceof ConnectException) {
            return "no connection to " + host + "; try again later";
        }
        if (problem instanceof SSLException) {
            return "no safe connection to " + host + ": " + problem.getMessage();
        }
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    /** The name is unknown, so that there is most likely no network at all. */
    static boolean isUnknownHost(IOException problem) {
        for (@Nullable Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
