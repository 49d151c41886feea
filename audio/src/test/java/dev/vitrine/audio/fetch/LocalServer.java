package dev.vitrine.audio.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server on this machine with one file, which can behave as badly as servers do. */
final class LocalServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** The Range of each request; empty where there was none. */
    final List<String> ranges = new CopyOnWriteArrayList<>();

    /** Answers to give first, instead of the file. */
    final Deque<Integer> statuses = new ArrayDeque<>();

    volatile byte[] file;
    volatile String tag = "\"one\"";
    volatile Manners manners = Manners.GOOD;

    /** Each answer ends after so many bytes. */
    volatile int most = Integer.MAX_VALUE;

    LocalServer(byte[] file) throws IOException {
        this.file = file;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    enum Manners {
        GOOD,
        /** Knows no ranges. */
        WHOLE_ONLY,
        /** Neither ranges nor the length beforehand, as what is packed while it is sent. */
        CHUNKED,
        /** Sends another part than that asked for. */
        ANOTHER_PART,
        /** Falls silent instead of ending the connection. */
        SILENT
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/file";
    }

    List<String> ranges() {
        return Collections.unmodifiableList(ranges);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
            ranges.add(range.equals("null") ? "" : range);
            Integer status = statuses.poll();
            if (status != null) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            send(exchange, RANGE.matcher(range));
        }
    }

    private void send(HttpExchange exchange, Matcher range) throws IOException {
        byte[] bytes = file;
        exchange.getResponseHeaders().add("ETag", tag);
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        boolean rest = range.matches() && same && (manners != Manners.WHOLE_ONLY && manners != Manners.CHUNKED);
        int from = rest ? Integer.parseInt(range.group(1)) : 0;
        from = rest && manners == Manners.ANOTHER_PART ? from / 2 : from;
        if (rest) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        }
        exchange.sendResponseHeaders(rest ? 206 : 200, manners == Manners.CHUNKED ? 0 : bytes.length - from);
        OutputStream out = exchange.getResponseBody();
        int now = Math.min(most, bytes.length - from);
        out.write(bytes, from, now);
        out.flush();
        if (now < bytes.length - from && manners == Manners.SILENT) {
            await();
        }
        if (now == bytes.length - from) {
            out.close();
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
