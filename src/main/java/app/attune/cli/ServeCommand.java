package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.json.Json;
import app.attune.serve.DecisionServer;
import app.attune.serve.ServeOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "serve",
        description =
                "Answers decisions of a bundle over HTTP on this machine, once the bundle is verified, until it is"
                        + " stopped. /openapi.json describes what can be asked.",
        footer = {
            "",
            "Example:",
            "  attune serve bundles/2026-11 --token-file token.txt",
            "  curl -H \"Authorization: Bearer $(cat token.txt)\" -H 'Content-Type: application/json' \\",
            "    -d '{\"user\":\"u1\",\"attributes\":{\"country\":\"DE\"}}' http://127.0.0.1:8787/v1/decisions",
            "",
            "While its kill switch is pulled, BUNDLE.kill-switch.json beside the bundle says so, and a restart begins with"
                    + " it pulled.",
            "Exit code 3 if the bundle is not what was exported."
        })
final class ServeCommand extends Command {
    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's folder or .zip file, or a link to it.")
    @Nullable
    private Path bundle;

    @Mixin
    private final ServeArguments arguments = new ServeArguments();

    @Option(names = "--check", description = "Verify the bundle, try the address, and end.")
    private boolean check;

    @Option(names = "--access-log", description = "Tell every request on standard error: path, status and time.")
    private boolean accessLog;

    ServeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Report run() {
        ServeToken token = arguments.token();
        ServeOptions options = arguments.options(Words.given(bundle, "BUNDLE"), token);
        DecisionServer.Outside outside = new DecisionServer.Outside(
                surroundings().clock(),
                System::nanoTime,
                new ServeJournal(surroundings().err(), accessLog));
        try (DecisionServer server = DecisionServer.start(options, outside)) {
            if (check) {
                return report(server, "Sound, and can be served");
            }
            tell(server, options, token);
            untilStopped(server);
            return report(server, "Stopped; it last served");
        }
    }

    private void tell(DecisionServer server, ServeOptions options, ServeToken token) {
        PrintStream err = surroundings().err();
        if (!options.address().getAddress().isLoopbackAddress()) {
            warn(new Problem(
                    "serve.open",
                    "Other machines can reach this server, and what they send is not encrypted.",
                    "Put a proxy with TLS in front of it, or leave --bind out."));
        }
        err.println("Serving rules version " + server.bundleVersion() + " at " + url(server.address()));
        err.println("SHA-256 " + server.bundleHash());
        server.rulesOff().ifPresent(why -> err.println(rulesOff(why)));
        if (token.isNew()) {
            err.println("Token " + token.text());
        }
        err.flush();
    }

    /// Until the process is asked to end or its thread is interrupted; what is in flight is answered first.
    private static void untilStopped(DecisionServer server) {
        Thread ending = Thread.ofPlatform().name("attune-serve-end").unstarted(server::close);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            server.await();
        } catch (InterruptedException e) {
            server.close();
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    private static String rulesOff(String why) {
        return "RULES ARE OFF but Exclude, " + why
                + ". POST /v1/kill-switch {\"pulled\": false} switches them on again.";
    }

    private static Report report(DecisionServer server, String what) {
        String url = url(server.address());
        List<String> lines = new ArrayList<>(List.of(
                what + " rules version " + server.bundleVersion() + " at " + url, "SHA-256 " + server.bundleHash()));
        server.rulesOff().ifPresent(why -> lines.add(rulesOff(why)));
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("address", url)
                .put("version", server.bundleVersion())
                .put("hash", server.bundleHash())
                .put("rulesOff", server.rulesOff().isPresent());
        return Report.of(lines, json);
    }

    private static String url(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    int exitCode(Problem problem) {
        return problem.code().equals("serve.unsound-bundle") ? ExitCode.DIFFERENT : super.exitCode(problem);
    }
}
