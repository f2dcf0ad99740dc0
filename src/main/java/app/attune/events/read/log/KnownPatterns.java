package app.attune.events.read.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The patterns that servers write their logs in by default.
public final class KnownPatterns {
    private static final double MOST = 0.8;
    private static final int LOOKED_AT = 200;

    /// Of two that fit the same lines the first is taken.
    private static final List<Known> ALL = List.of(
            new Known("Apache combined", "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\""),
            new Known("Apache common", "%h %l %u %t \"%r\" %>s %b"),
            new Known("Apache combined with host", "%v %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\""),
            new Known("Apache common with host", "%v %h %l %u %t \"%r\" %>s %b"),
            new Known("Gandi", "%v %h %l %u %t (%T s) \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\""),
            new Known("OVH", "%h %v %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\""),
            new Known("Icecast", "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-agent}i\" %T"),
            new Known(
                    "Elastic Load Balancing",
                    "%{time}x %{balancer}x %{host}x:%{client_port}x %{backend}x %{request_seconds}x"
                            + " %{backend_seconds}x %{response_seconds}x %>s %{backend_status}x %{bytes_received}x %b"
                            + " \"%r\" \"%{User-agent}i\" %{ssl_cipher}x %{ssl_protocol}x ..."),
            new Known(
                    "Amazon S3",
                    "%{owner}x %{vhost}x %t %h %u %{request_id}x %{operation}x %{key}x \"%r\" %>s %{error}x %b"
                            + " %{object_size}x %{total_millis}x %{turnaround_millis}x \"%{Referer}i\""
                            + " \"%{User-agent}i\" ..."));

    private static final Map<String, Predicate<String>> SENSIBLE = Map.of(
            "status", Pattern.compile("\\d{3}|").asMatchPredicate(),
            "bytes", Pattern.compile("\\d*").asMatchPredicate(),
            "seconds", Pattern.compile("[\\d.]*").asMatchPredicate(),
            "vhost", Pattern.compile("\\S*[.:]\\S*|localhost").asMatchPredicate(),
            "host", Pattern.compile("\\S+").asMatchPredicate(),
            "ident", Pattern.compile("[^\\s.]*").asMatchPredicate(),
            "user", Pattern.compile("\\S*").asMatchPredicate(),
            "time", Pattern.compile("(?=.*\\d:\\d).*").asMatchPredicate());

    private KnownPatterns() {}

    /// The pattern that most of these lines have; comments and blank lines do not count.
    public static Optional<Known> of(List<String> lines) {
        List<String> rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(LOOKED_AT)
                .toList();
        return ALL.stream()
                .filter(known ->
                        !rows.isEmpty() && rows.stream().filter(known::fits).count() >= rows.size() * MOST)
                .findFirst();
    }

    /// A pattern and whose it is.
    public static final class Known {
        private final String name;
        private final String pattern;
        private final LinePattern compiled;

        Known(String name, String pattern) {
            this.name = name;
            this.pattern = pattern;
            this.compiled = LinePattern.of(pattern);
        }

        /// Such as "Apache combined".
        public String name() {
            return name;
        }

        public String pattern() {
            return pattern;
        }

        private boolean fits(String line) {
            Optional<String[]> values = compiled.cut(line);
            if (values.isEmpty()) {
                return false;
            }
            for (int i = 0; i < compiled.names().size(); i++) {
                Predicate<String> sensible =
                        SENSIBLE.getOrDefault(compiled.names().get(i), value -> true);
                if (!sensible.test(values.get()[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Every one there is.
    public static List<String> all() {
        return ALL.stream().map(Known::pattern).toList();
    }

    /// What to call a pattern.
    public static Optional<String> nameOf(String pattern) {
        return ALL.stream()
                .filter(known -> known.pattern.equals(pattern))
                .map(Known::name)
                .findFirst();
    }
}
