package app.attune.serve;

import app.attune.core.Problem;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Decides within the latency budget, or gives the fallback. Decisions have threads of the system of their own, so that
/// a long one cannot keep those from telling the time that wait for it.
final class DecisionDesk implements AutoCloseable {
    private static final String REMEDY = "Show the list, or ask again; /metrics tells how often it happens.";

    private final ThreadPoolExecutor workers;
    private final Duration budget;
    private final Metrics metrics;
    private final DecisionServer.Outside outside;

    DecisionDesk(ServeLimits limits, Metrics metrics, DecisionServer.Outside outside) {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waiting()),
                Thread.ofPlatform().daemon().name("attune-decide-", 0).factory());
        this.budget = limits.budget();
        this.metrics = metrics;
        this.outside = outside;
    }

    /// A decision, and why it is only the fallback.
    record Outcome(ServerDecision decision, Optional<Problem> instead) {}

    Outcome decide(ServedBundle bundle, KillSwitch killSwitch, ServerRequest request) {
        long began = outside.nanos().getAsLong();
        Outcome outcome = attempt(bundle, killSwitch, request);
        metrics.decisionTime.observe(outside.nanos().getAsLong() - began);
        metrics.decided(outcome.decision().reason());
        outcome.instead().ifPresent(problem -> metrics.fellBack(problem.code()));
        return outcome;
    }

    private Outcome attempt(ServedBundle bundle, KillSwitch killSwitch, ServerRequest request) {
        Future<ServerDecision> decision;
        try {
            decision = workers.submit(() -> bundle.decide(request, killSwitch));
        } catch (RejectedExecutionException e) {
            return fallback(bundle, "FALLBACK", "serve.busy", "Too many decisions wait, so this one was not made.");
        }
        try {
            return new Outcome(decision.get(budget.toNanos(), TimeUnit.NANOSECONDS), Optional.empty());
        } catch (TimeoutException e) {
            decision.cancel(true);
            return fallback(
                    bundle, "FALLBACK", "serve.late", "Deciding took longer than " + budget.toMillis() + " ms.");
        } catch (ExecutionException e) {
            outside.journal().remark("A decision failed: " + kind(e));
            return fallback(bundle, "ERROR", "serve.failed", "Deciding failed.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fallback(bundle, "FALLBACK", "serve.late", "The server stopped before it decided.");
        }
    }

    /// What was thrown, without its words, which may hold something of a user.
    private static String kind(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? "unknown" : cause.getClass().getName();
    }

    private static Outcome fallback(ServedBundle bundle, String reason, String code, String message) {
        return new Outcome(SafeList.because(reason, bundle.instead()), Optional.of(new Problem(code, message, REMEDY)));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
