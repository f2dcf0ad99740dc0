package app.attune.serve;

import app.attune.core.Problem;
import app.attune.decider.BundleFolder;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Who may ask: requests that call this server by a name of its own, and bear its token.
final class Gate {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final String BEARER = "bearer ";

    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final byte[] token;

    Gate(ServeOptions options) {
        options.hosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        this.token = digest(options.token());
    }

    /// A page of another site may make a browser ask 127.0.0.1 by a name of its own.
    ///
    /// @throws Refusal 421
    void requireHost(Headers headers) {
        List<String> named = headers.getOrDefault("Host", List.of());
        if (named.size() != 1 || !hosts.contains(nameOf(named.getFirst()))) {
            throw Refusal.of(
                    421,
                    new Problem(
                            "serve.wrong-host",
                            "The request calls this server by a name that is not its own.",
                            "Ask 127.0.0.1 or localhost, or start the server with --allow-host."));
        }
    }

    /// @throws Refusal 401
    void requireToken(Headers headers) {
        List<String> given = headers.getOrDefault("Authorization", List.of());
        String said = given.size() == 1 ? given.getFirst() : "";
        boolean bears = said.toLowerCase(Locale.ROOT).startsWith(BEARER);
        String offered = bears ? said.substring(BEARER.length()).strip() : "";
        if (!MessageDigest.isEqual(token, digest(offered))) {
            throw new Refusal(
                    401,
                    new Problem(
                            "serve.unauthorized",
                            "The request does not bear this server's token.",
                            "Send the header Authorization: Bearer TOKEN."),
                    Map.of("WWW-Authenticate", "Bearer"));
        }
    }

    /// Tokens of any length are compared as digests of one length, in the same time wherever they differ.
    private static byte[] digest(String text) {
        return BundleFolder.sha256(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
