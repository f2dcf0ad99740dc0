package app.attune.serve;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;

/// What is served, where, to whom and within which limits.
///
/// @param token   that every request but /healthz must bear
/// @param hosts   names besides the loopback's that requests may call this server by
/// @param rulesOff whether the kill switch is pulled from the start
public record ServeOptions(
        Path bundle, InetSocketAddress address, String token, Set<String> hosts, ServeLimits limits, boolean rulesOff) {
    public static final int SHORTEST_TOKEN = 16;

    public ServeOptions {
        hosts = Set.copyOf(hosts);
        if (token.length() < SHORTEST_TOKEN || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "A token needs " + SHORTEST_TOKEN + " or more letters, digits and signs without spaces");
        }
    }
}
