package app.attune.serve;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Asks a server over connections that stay open, and compares every answer with what the bundle it names decides.
final class ServeLoad {
    private final int port;
    private final List<String> questions;
    private final Map<String, List<String>> expected;

    ServeLoad(int port, List<String> questions, Map<String, List<String>> expected) {
        this.port = port;
        this.questions = questions;
        this.expected = expected;
    }

    /// What came of a run.
    ///
    /// @param fallbacks answers that were not decided within the budget
    /// @param nanos     ascending
    /// @param deciders  bundles and positions of the switch that decided
    record Result(Set<String> deciders, int answered, int wrong, int lost, int fallbacks, List<Long> nanos, long took) {
        private double millis(double share) {
            return nanos.isEmpty() ? 0 : nanos.get((int) Math.min(nanos.size() - 1, share * nanos.size())) / 1e6;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%d answers, %.0f/s, wrong %d, lost %d, fallback %d, ms p50 %.2f p90 %.2f p99 %.2f p99.9 %.2f max %.2f",
                    answered,
                    answered / (took / 1e9),
                    wrong,
                    lost,
                    fallbacks,
                    millis(.5),
                    millis(.9),
                    millis(.99),
                    millis(.999),
                    millis(1));
        }
    }

    /// The same pace with a question that decides nothing: what connections, threads and this machine cost alone.
    Result floor(int connections, int rate, int seconds) throws InterruptedException {
        long apart = 1_000_000_000L / rate;
        return run(connections, rate * seconds, new Work(i -> i * apart, "GET", "/healthz"));
    }

    /// @param due nanoseconds after the start; 0 for at once
    private record Work(IntToLongFunction due, String method, String path) {}

    private static Work decisions(IntToLongFunction due) {
        return new Work(due, "POST", "/v1/decisions");
    }

    Result flatOut(int connections, int requests) throws InterruptedException {
        return run(connections, requests, decisions(i -> 0));
    }

    Result paced(int connections, int rate, int seconds) throws InterruptedException {
        long apart = 1_000_000_000L / rate;
        return run(connections, rate * seconds, decisions(i -> i * apart));
    }

    private Result run(int connections, int requests, Work work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        AtomicInteger fallbacks = new AtomicInteger();
        Set<String> deciders = ConcurrentHashMap.newKeySet();
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        List<Thread> clients = IntStream.range(0, connections)
                .mapToObj(client -> Thread.ofPlatform().start(() -> {
                    try (Connection connection = new Connection(port)) {
                        for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                            long at = work.due().applyAsLong(i);
                            while (System.nanoTime() - start < at) {
                                LockSupport.parkNanos(at - (System.nanoTime() - start));
                            }
                            long from = at == 0 ? System.nanoTime() : start + at;
                            boolean decides = work.method().equals("POST");
                            String asked = decides ? questions.get(i % questions.size()) : "";
                            String body = connection.ask(work.method(), work.path(), asked);
                            nanos.add(System.nanoTime() - from);
                            boolean fallback = body.contains("\"fallback\":{");
                            fallbacks.addAndGet(fallback ? 1 : 0);
                            wrong.addAndGet(
                                    !decides || fallback || isRight(i % questions.size(), body, deciders) ? 0 : 1);
                        }
                    } catch (IOException e) {
                        lost.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread client : clients) {
            client.join();
        }
        long took = System.nanoTime() - start;
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Result(Set.copyOf(deciders), sorted.size(), wrong.get(), lost.get(), fallbacks.get(), sorted, took);
    }

    private boolean isRight(int question, String body, Set<String> deciders) {
        int hash = body.lastIndexOf("\"sha256\":\"") + 10;
        boolean pulled = body.endsWith("\"killSwitch\":true}");
        String decider = body.substring(hash, hash + 64) + pulled;
        deciders.add(decider);
        List<String> decisions = expected.getOrDefault(decider, List.of());
        return !decisions.isEmpty() && body.contains(decisions.get(question));
    }

    void control(String path, String body) {
        try (Connection connection = new Connection(port)) {
            connection.post(path, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One connection that asks one question after another.
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        String post(String path, String body) throws IOException {
            return ask("POST", path, body);
        }

        String ask(String method, String path, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Asking.TOKEN
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            byte[] whole = (head + body).getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(whole);
            StringBuilder headers = new StringBuilder();
            while (headers.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the server closed the connection");
                }
                headers.append((char) next);
            }
            String lower = headers.toString().toLowerCase(Locale.ROOT);
            if (!lower.startsWith("http/1.1 200 ")) {
                throw new IOException(lower);
            }
            int from = lower.indexOf("content-length: ") + 16;
            int length = Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)));
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
