package app.attune.decider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Decides the same requests by two bundles. What counts is what is served: the items in order and the offers.
///
/// @param asked   requests decided twice
/// @param changed ids of those who are served something else
/// @param missing features that one bundle asks for and the profiles of the other do not have, so that those were not
///                asked
public record BundleComparison(int asked, List<String> changed, List<String> missing) {
    public BundleComparison {
        changed = List.copyOf(changed);
        missing = List.copyOf(missing);
    }

    /// Over the golden profiles of both bundles that have every feature the other asks for; ids are preceded by
    /// `before/` or `after/`.
    public static BundleComparison ofGolden(BundleFolder before, BundleFolder after, BundleVerifier.Watch watch) {
        BundleDecider then = BundleDecider.of(before);
        BundleDecider now = BundleDecider.of(after);
        List<String> onlyThen = only(before, after);
        List<String> onlyNow = only(after, before);
        List<GoldenVector> known = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        if (onlyNow.isEmpty()) {
            add("before/", GoldenVector.readAll(before), known, ids);
        }
        if (onlyThen.isEmpty()) {
            add("after/", GoldenVector.readAll(after), known, ids);
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            watch.at("Deciding by both bundles", i, known.size());
            ServerRequest request = known.get(i).request();
            if (!served(then.decide(request)).equals(served(now.decide(request)))) {
                changed.add(ids.get(i));
            }
        }
        return new BundleComparison(
                known.size(),
                changed,
                Stream.concat(onlyThen.stream(), onlyNow.stream()).toList());
    }

    private static void add(String prefix, List<GoldenVector> golden, List<GoldenVector> known, List<String> ids) {
        known.addAll(golden);
        golden.forEach(vector -> ids.add(prefix + vector.id()));
    }

    /// Names of features that the first knows and the second does not.
    private static List<String> only(BundleFolder one, BundleFolder other) {
        return features(one).stream()
                .filter(name -> !features(other).contains(name))
                .sorted()
                .toList();
    }

    /// Names of the features that a bundle's segments ask for.
    public static Set<String> features(BundleFolder folder) {
        Fields file = Fields.parse(folder.text(BundleFormat.FEATURES), BundleFormat.FEATURES);
        return new HashSet<>(file.objects("features", feature -> feature.text("name")));
    }

    /// Whether two bundles serve something else to whom a line as in `golden.jsonl` describes; what it expects is not
    /// read.
    ///
    /// @throws BundleException `bundle.malformed`
    public static boolean differs(BundleDecider before, BundleDecider after, String line) {
        ServerRequest request = ServerRequest.read(Fields.parse(line, "line"));
        return !served(before.decide(request)).equals(served(after.decide(request)));
    }

    private static List<String> served(ServerDecision decision) {
        List<String> served = new ArrayList<>();
        decision.items().forEach(item -> served.add(item.item()));
        decision.offers().forEach(offer -> served.add("offer " + offer.code() + " " + offer.text()));
        return served;
    }
}
