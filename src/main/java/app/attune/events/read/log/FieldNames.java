package app.attune.events.read.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names that values of logs have here, whatever the server calls them.
public final class FieldNames {
    public static final String TIME = "time";
    public static final String HOST = "host";
    public static final String USER = "user";
    public static final String METHOD = "method";
    public static final String PATH = "path";
    public static final String QUERY = "query";
    public static final String STATUS = "status";
    public static final String USER_AGENT = "user_agent";
    /// What happened, see [LogEvent].
    public static final String EVENT = "event";

    static final String REQUEST = "request";
    static final List<String> REQUEST_PARTS = List.of(METHOD, PATH, QUERY, "protocol");

    private static final Map<String, String> APACHE = Map.ofEntries(
            Map.entry("h", HOST),
            Map.entry("a", HOST),
            Map.entry("A", "server"),
            Map.entry("l", "ident"),
            Map.entry("u", USER),
            Map.entry("t", TIME),
            Map.entry("r", REQUEST),
            Map.entry("s", STATUS),
            Map.entry("b", "bytes"),
            Map.entry("B", "bytes"),
            Map.entry("O", "bytes_sent"),
            Map.entry("I", "bytes_received"),
            Map.entry("v", "vhost"),
            Map.entry("V", "vhost"),
            Map.entry("p", "port"),
            Map.entry("D", "micros"),
            Map.entry("T", "seconds"),
            Map.entry("m", METHOD),
            Map.entry("U", PATH),
            Map.entry("q", QUERY),
            Map.entry("H", "protocol"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("remote_addr", HOST),
            Map.entry("c_ip", HOST),
            Map.entry("remote_user", USER),
            Map.entry("cs_username", USER),
            Map.entry("time_local", TIME),
            Map.entry("time_iso8601", TIME),
            Map.entry("request", REQUEST),
            Map.entry("request_method", METHOD),
            Map.entry("cs_method", METHOD),
            Map.entry("request_uri", PATH),
            Map.entry("cs_uri_stem", PATH),
            Map.entry("cs_uri", PATH),
            Map.entry("cs_uri_query", QUERY),
            Map.entry("sc_status", STATUS),
            Map.entry("c_status", STATUS),
            Map.entry("body_bytes_sent", "bytes"),
            Map.entry("bytes_sent", "bytes"),
            Map.entry("sc_bytes", "bytes"),
            Map.entry("http_referer", "referrer"),
            Map.entry("referer", "referrer"),
            Map.entry("cs_referer", "referrer"),
            Map.entry("cs_referrer", "referrer"),
            Map.entry("c_referrer", "referrer"),
            Map.entry("http_user_agent", USER_AGENT),
            Map.entry("cs_user_agent", USER_AGENT),
            Map.entry("c_user_agent", USER_AGENT),
            Map.entry("cs_host", "vhost"),
            Map.entry("http_host", "vhost"),
            Map.entry("server_name", "vhost"),
            Map.entry("x_event", EVENT),
            Map.entry("cs_version", "protocol"));

    private FieldNames() {}

    static String apache(String letter, String argument) {
        boolean named = !argument.isEmpty() && !letter.equals("t") && !letter.equals("p") && !letter.equals("T");
        return named ? of(argument) : APACHE.getOrDefault(letter, "value_" + letter.replaceAll("\\W", ""));
    }

    static String nginx(String name) {
        return of(name);
    }

    /// The name of a field as the server writes it, such as `cs(User-Agent)`.
    public static String of(String written) {
        String simple = written.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        return OTHERS.getOrDefault(simple, simple);
    }

    /// Method, path, query and protocol of a line such as `GET /a?b=1 HTTP/1.1`; what is no such line is all path.
    static String[] request(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        boolean whole = first > 0 && last > first && line.startsWith("HTTP", last + 1);
        boolean method = first > 0 && line.substring(0, first).chars().allMatch(c -> c >= 'A' && c <= 'Z');
        String target = method ? line.substring(first + 1, whole ? last : line.length()) : line;
        int query = target.indexOf('?');
        return new String[] {
            method ? line.substring(0, first) : "",
            withoutServer(query < 0 ? target : target.substring(0, query)),
            query < 0 ? "" : target.substring(query + 1),
            whole ? line.substring(last + 1) : ""
        };
    }

    /// Load balancers write the whole address: `https://www.example.com:443/path`.
    private static String withoutServer(String target) {
        int scheme = target.startsWith("http") ? target.indexOf("://") : -1;
        int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        String path = slash < 0 ? target : target.substring(slash);
        return path.replaceAll("[\\s-]+", "").isEmpty() ? "" : path;
    }
}
