package app.attune.serve;

import app.attune.core.Problem;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Takes every request: who asks, what for, and whatever goes wrong told as a problem without a trace.
final class ServerHandler implements HttpHandler {
    private static final int NO_BODY = -1;

    private final Gate gate;
    private final Map<String, Map<String, Endpoint>> routes;
    private final Metrics metrics;
    private final InFlight inFlight;
    private final DecisionServer.Outside outside;
    private final Duration reading;

    /// @param routes by path and method
    ServerHandler(Gate gate, Map<String, Map<String, Endpoint>> routes, Surroundings around) {
        this.gate = gate;
        this.routes = routes;
        this.metrics = around.metrics();
        this.inFlight = around.inFlight();
        this.outside = around.outside();
        this.reading = around.reading();
    }

    /// What requests are counted and told with.
    ///
    /// @param reading within which the body of a request must have come
    record Surroundings(Metrics metrics, InFlight inFlight, DecisionServer.Outside outside, Duration reading) {}

    @Override
    public void handle(HttpExchange exchange) {
        long began = outside.nanos().getAsLong();
        boolean open = inFlight.enter();
        try (exchange) {
            RequestBody body = new RequestBody(exchange.getRequestBody(), reading);
            Answer answer = open ? answer(new Call(exchange, body)) : stopping();
            answer.code().ifPresent(metrics::failed);
            long took = outside.nanos().getAsLong() - began;
            metrics.requestTime.observe(took);
            outside.journal().request(exchange.getRequestMethod(), pathOf(exchange), answer.status(), took);
            try {
                send(exchange, answer);
            } finally {
                body.leave();
            }
        } catch (IOException e) {
            metrics.failed("serve.gone");
        } finally {
            inFlight.leave();
        }
    }

    private Answer answer(Call call) {
        HttpExchange exchange = call.exchange();
        try {
            gate.requireHost(exchange.getRequestHeaders());
            String path = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
            if (!path.equals(Routes.HEALTH)) {
                gate.requireToken(exchange.getRequestHeaders());
            }
            return endpoint(path, exchange.getRequestMethod()).answer(call);
        } catch (Refusal e) {
            return e.answer();
        } catch (UncheckedIOException e) {
            return Refusal.badRequest("The request broke off.", "Send it again.")
                    .answer();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            outside.journal().remark("A request failed: " + e.getClass().getName());
            Problem problem = new Problem("serve.unexpected", "Something unexpected went wrong.", "Ask again.");
            return Answer.problem(500, problem, Map.of());
        }
    }

    private Endpoint endpoint(String path, String method) {
        Map<String, Endpoint> methods = routes.get(path);
        if (methods == null) {
            throw Refusal.of(
                    404, new Problem("serve.not-found", "There is nothing at this path.", "See /openapi.json."));
        }
        Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            throw new Refusal(
                    405,
                    new Problem("serve.method", "This path is not asked with this method.", "See /openapi.json."),
                    Map.of("Allow", String.join(", ", methods.keySet())));
        }
        return endpoint;
    }

    private static Answer stopping() {
        Problem problem = new Problem("serve.stopping", "The server is stopping.", "Ask another one.");
        return Answer.problem(503, problem, Map.of("Connection", "close"));
    }

    /// Of the log: a path that is served, or none, since others may hold anything.
    private String pathOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        return path != null && routes.containsKey(path) ? path : "-";
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
        } else {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }
}
