package app.attune.serve;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// A bundle served over HTTP until it is closed.
public final class DecisionServer implements AutoCloseable {
    private static final int BACKLOG = 512;

    /// What the JDK's server takes of one request, in seconds, headers and bytes; it reads them when it is first used.
    private static final Map<String, String> OF_THE_JDK = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "300",
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "jdk.httpserver.maxConnections", "4096");

    private final HttpServer http;
    private final ExecutorService threads;
    private final DecisionDesk desk;
    private final ReloadDesk reloads;
    private final InFlight inFlight;
    private final ServeOptions options;
    private final BundleShelf shelf;
    private final SwitchDesk killSwitch;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// What a server takes from outside.
    ///
    /// @param nanos a clock that only runs forward, as System::nanoTime
    public record Outside(Clock clock, LongSupplier nanos, Journal journal) {}

    /// @throws ProblemException if the bundle must not be served, or the address can't be had
    public static DecisionServer start(ServeOptions options, Outside outside) {
        return start(options, outside, new VerifiedBundles());
    }

    static DecisionServer start(ServeOptions options, Outside outside, BundleSource source) {
        Metrics metrics = new Metrics();
        BundleShelf shelf = new BundleShelf(source, options.bundle(), outside, metrics);
        OF_THE_JDK.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        try {
            return new DecisionServer(options, outside, shelf, metrics);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "serve.address",
                            "Can't listen on " + options.address() + ": " + e.getMessage() + ".",
                            "Choose another --port, or stop what has this one."),
                    e);
        }
    }

    private DecisionServer(ServeOptions options, Outside outside, BundleShelf shelf, Metrics metrics)
            throws IOException {
        this.options = options;
        this.shelf = shelf;
        this.http = HttpServer.create(options.address(), BACKLOG);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.inFlight = new InFlight();
        this.desk = new DecisionDesk(options.limits(), metrics, outside);
        this.reloads = new ReloadDesk(shelf, options.limits().watch(), outside.journal());
        this.killSwitch = new SwitchDesk(options.bundle(), options.rulesOff(), outside);
        ControlEndpoints control = new ControlEndpoints(shelf, reloads, outside.clock(), killSwitch);
        DecisionEndpoints decisions = new DecisionEndpoints(
                desk,
                new RequestReader(outside.clock()),
                options.limits(),
                () -> new DecisionEndpoints.Deciders(shelf.current(), control.killSwitch()));
        Routes routes = new Routes(shelf, control, metrics, inFlight);
        http.createContext(
                "/",
                new ServerHandler(
                        new Gate(options),
                        routes.all(decisions),
                        new ServerHandler.Surroundings(
                                metrics, inFlight, outside, options.limits().reading())));
        http.setExecutor(threads);
        http.start();
    }

    public InetSocketAddress address() {
        return http.getAddress();
    }

    /// SHA-256 of the bundle that decides now.
    public String bundleHash() {
        return shelf.current().facts().sha256();
    }

    /// Which version of the rules decides now.
    public int bundleVersion() {
        return shelf.current().facts().version();
    }

    /// Why all rules but Exclude are off, since when, and where that is kept; empty while they are not.
    public Optional<String> rulesOff() {
        KillSwitch stands = killSwitch.current();
        return Optional.of(stands)
                .filter(KillSwitch::pulled)
                .map(pulled -> "since " + pulled.since() + (pulled.reason().isBlank() ? "" : ": " + plain(pulled))
                        + " (" + killSwitch.file().getFileName() + ")");
    }

    private static String plain(KillSwitch pulled) {
        return pulled.reason().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    /// Waits until the server is closed.
    public void await() throws InterruptedException {
        closed.await();
    }

    /// Answers what is in flight, within the limit, and nothing else.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        inFlight.drain(options.limits().stop());
        http.stop(0);
        reloads.close();
        desk.close();
        threads.shutdownNow();
        closed.countDown();
    }
}
