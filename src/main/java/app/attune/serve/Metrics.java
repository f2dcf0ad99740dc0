package app.attune.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What the server counts of itself, in the text format of Prometheus; nothing of any user.
final class Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    final Histogram decisionTime =
            new Histogram("attune_decision_seconds", "Time from a request that is read to its decision.");
    final Histogram requestTime = new Histogram("attune_request_seconds", "Time of a whole request.");
    private final Map<String, LongAdder> decisions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> fallbacks = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> reloads = new ConcurrentHashMap<>();

    void decided(String reason) {
        count(decisions, reason);
    }

    void fellBack(String code) {
        count(fallbacks, code);
    }

    void failed(String code) {
        count(errors, code);
    }

    void reloaded(String outcome) {
        count(reloads, outcome);
    }

    private static void count(Map<String, LongAdder> counts, String label) {
        counts.computeIfAbsent(label, fresh -> new LongAdder()).increment();
    }

    String text(ServedBundle bundle, KillSwitch killSwitch, int inFlight) {
        StringBuilder text = new StringBuilder();
        counter(text, "attune_decisions_total", "Decisions by reason.", "reason", decisions);
        counter(text, "attune_fallbacks_total", "Decisions not made, by why.", "code", fallbacks);
        counter(text, "attune_errors_total", "Requests refused and failed, by code.", "code", errors);
        counter(text, "attune_reloads_total", "Bundles swapped in and refused.", "outcome", reloads);
        decisionTime.write(text);
        requestTime.write(text);
        gauge(text, "attune_kill_switch", "1 while the kill switch is pulled.", killSwitch.pulled() ? 1 : 0);
        gauge(text, "attune_in_flight", "Requests being answered, this one too.", inFlight);
        head(text, "attune_bundle_info", "gauge", "The bundle that decides.");
        text.append("attune_bundle_info{sha256=\"")
                .append(escaped(bundle.facts().sha256()))
                .append("\",version=\"")
                .append(bundle.facts().version())
                .append("\"} 1\n");
        return text.toString();
    }

    static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void gauge(StringBuilder text, String name, String help, int value) {
        head(text, name, "gauge", help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void counter(
            StringBuilder text, String name, String help, String label, Map<String, LongAdder> counts) {
        head(text, name, "counter", help);
        new TreeMap<>(counts)
                .forEach((value, count) -> text.append(name)
                        .append('{')
                        .append(label)
                        .append("=\"")
                        .append(escaped(value))
                        .append("\"} ")
                        .append(count.sum())
                        .append('\n'));
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
