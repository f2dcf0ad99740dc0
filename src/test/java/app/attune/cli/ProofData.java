package app.attune.cli;

import app.attune.core.Progress;
import app.attune.events.Dictionary;
import app.attune.export.ProofSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Workspaces of public data and of the sample, imported by commands, with [ProofSegments] and models.
final class ProofData {
    static final List<String> NAMES = List.of("sample", "online-retail", "ga4");

    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");

    private ProofData() {}

    static ProofSegments.EventTypes types(String name) {
        return switch (name) {
            case "sample" -> new ProofSegments.EventTypes("view", "cart", "purchase");
            case "online-retail" -> new ProofSegments.EventTypes("purchase", "return", "purchase");
            case "ga4" -> new ProofSegments.EventTypes("view_item", "add_to_cart", "purchase");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// Too few users of GA4's took something new for any model but the popular items.
    static List<String> models(String name) {
        return name.equals("ga4") ? List.of("popularity") : List.of("item-knn", "popularity");
    }

    /// Made at the first call, and left there.
    static Services open(String name, Path workspace) throws IOException {
        Path made = workspace.resolveSibling("made");
        if (!Files.exists(made)) {
            Files.createDirectories(workspace.getParent());
            importEvents(name, workspace);
            Path users = users(workspace);
            Terminal.text("import", workspace, users, "--as", "users");
            try (Services services = Services.open(workspace, Terminal.CLOCK)) {
                services.segments().saveAll(ProofSegments.carried(types(name)), "proof", "");
                if (models(name).size() > 1) {
                    SampleWorkspace.train(services, Progress.none());
                }
            }
            Files.createFile(made);
        }
        return Services.open(workspace, Terminal.CLOCK);
    }

    private static void importEvents(String name, Path workspace) {
        switch (name) {
            case "sample" -> {
                Services services = Services.create(workspace, SampleWorkspace.NAME, Terminal.CLOCK);
                try (services) {
                    SampleWorkspace.importFiles(
                            services, app.attune.events.sample.BundledSample.directory(), Progress.none());
                }
            }
            case "online-retail" -> imported(workspace, DATA.resolve("online-retail/online-retail.csv.gz"));
            case "ga4" -> imported(workspace, DATA.resolve("ga4-export/ga4_all_24219.jsonl.gz"));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static void imported(Path workspace, Path file) {
        Terminal.text("new", workspace);
        Terminal.text("import", workspace, file, "--consent", "all-agreed");
    }

    private static Path users(Path workspace) throws IOException {
        List<String> lines = new ArrayList<>(List.of(ProofSegments.ATTRIBUTES));
        try (Services services = Services.open(workspace, Terminal.CLOCK)) {
            Dictionary users =
                    services.populations().current(Progress.none()).events().users();
            for (int userIdx = 0; userIdx < users.size(); userIdx++) {
                lines.add(ProofSegments.attributes(users.text(userIdx)));
            }
        }
        return Files.write(workspace.resolveSibling("users.csv"), lines);
    }
}
