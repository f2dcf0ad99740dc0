package app.attune.export;

import app.attune.core.json.Json;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleFolder;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import app.attune.export.flags.FlagPlan;
import app.attune.export.flags.FlagReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the reference decider of a bundle comes to, as arms of flags.
///
/// @param does what each rule does, by id
/// @param alone whether only the first rule acts
record FlagsOfBundle(BundleDecider decider, Map<String, String> does, boolean alone, FlagPlan plan) {
    static FlagsOfBundle of(WrittenBundle bundle, Path folder) {
        bundle.write(folder);
        return of(bundle.files(), folder);
    }

    /// Of a bundle that was written.
    static FlagsOfBundle of(Path folder) {
        BundleFolder written = BundleFolder.open(folder);
        SortedMap<String, String> files = new TreeMap<>();
        List.of("segments.json", "rules.json").forEach(name -> files.put(name, written.text(name)));
        return of(files, folder);
    }

    static FlagsOfBundle of(SortedMap<String, String> files, Path folder) {
        String rules = files.getOrDefault("rules.json", "");
        Map<String, String> does = new HashMap<>();
        Json.read(rules, "rules")
                .path("rules")
                .forEach(rule -> does.put(
                        rule.path("id").asText(), rule.path("then").path("do").asText()));
        return new FlagsOfBundle(
                BundleDecider.of(BundleFolder.open(folder)),
                does,
                Json.read(rules, "rules").at("/decision/hitPolicy").asText().equals("first"),
                FlagReader.read(files.getOrDefault("segments.json", ""), rules));
    }

    /// Arm ids by key of the flag; a flag that is not there is off.
    Map<String, String> arms(ServerProfile profile) {
        ServerDecision decision = decider.decide(BundleParityTest.asked(profile));
        Map<String, String> arms = new HashMap<>();
        decision.segments().forEach(segment -> arms.put(FlagReader.SEGMENT + segment, segment));
        for (ServerDecision.Trace trace : decision.rules()) {
            boolean later = trace.cause().filter("EARLIER_RULE"::equals).isPresent();
            boolean takesPart = trace.verdict().equals("FIRED")
                    || (trace.verdict().equals("LOST")
                            && trace.cause().filter("REFUSED"::equals).isEmpty()
                            && !(alone && later));
            if (takesPart) {
                arms.put(FlagReader.RULE + trace.rule(), trace.rule());
                String kind = does.getOrDefault(trace.rule(), "");
                if (!later && (kind.equals(FlagReader.RECOMMEND) || kind.equals(FlagReader.OFFER))) {
                    arms.put(kind, trace.rule());
                }
            }
        }
        return arms;
    }
}
