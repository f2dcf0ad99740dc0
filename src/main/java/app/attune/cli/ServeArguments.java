package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.serve.ServeLimits;
import app.attune.serve.ServeOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a server listens, to whom, and within which limits, as typed.
final class ServeArguments {
    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8787",
            description = "0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; others than the default let other machines in.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "A name besides localhost that requests may call this server by.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Its first line is the token that requests bear; without it one is made and printed once.")
    @Nullable
    private Path tokenFile;

    @Option(
            names = "--budget-ms",
            paramLabel = "N",
            defaultValue = "50",
            description = "What takes longer is answered with the fallback list (default: ${DEFAULT-VALUE}).")
    private long budget;

    @Option(
            names = "--max-request-kb",
            paramLabel = "N",
            defaultValue = "256",
            description = "Most of one request; 16 times as much of a batch (default: ${DEFAULT-VALUE}).")
    private int requestKilobytes;

    @Option(
            names = "--max-batch",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Most requests of a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--watch-seconds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often to look whether the bundle changed, 0 for never (default: ${DEFAULT-VALUE}).")
    private int watch;

    @Option(
            names = "--stop-seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long to finish what is in flight when stopped (default: ${DEFAULT-VALUE}).")
    private int stop;

    @Option(names = "--rules-off", description = "Start with the kill switch pulled, whether or not it was before.")
    private boolean rulesOff;

    ServeToken token() {
        return tokenFile == null ? ServeToken.random() : ServeToken.of(tokenFile);
    }

    ServeOptions options(Path bundle, ServeToken token) {
        return Words.checked(
                () -> new ServeOptions(bundle, address(), token.text(), new HashSet<>(hosts), limits(), rulesOff));
    }

    private ServeLimits limits() {
        if (requestKilobytes < 1 || requestKilobytes > 1 << 16) {
            throw new IllegalArgumentException("--max-request-kb is not from 1 to 65,536");
        }
        return new ServeLimits(
                Duration.ofMillis(budget),
                requestKilobytes << 10,
                batch,
                ServeLimits.usual().waiting(),
                Duration.ofSeconds(watch),
                Duration.ofSeconds(stop));
    }

    private InetSocketAddress address() {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("--port is not from 0 to 65,535");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), port);
        } catch (UnknownHostException e) {
            throw new ProblemException(
                    new Problem("serve.address", "There is no address " + bind + ".", "Correct --bind."), e);
        }
    }
}
