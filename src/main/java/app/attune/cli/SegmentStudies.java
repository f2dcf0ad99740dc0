package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.json.Json;
import app.attune.decide.UnknownUser;
import app.attune.events.Dictionary;
import app.attune.profiles.Consents;
import app.attune.segments.Audience;
import app.attune.segments.Explanation;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.CompareService;
import app.attune.segments.compare.Difference;
import app.attune.segments.compare.MemberFile;
import app.attune.segments.compare.MemberLists;
import app.attune.segments.compare.MemberRequest;
import app.attune.segments.compare.Overlap;
import app.attune.segments.compare.OverlapWords;
import app.attune.segments.compare.ProfileWords;
import app.attune.segments.compare.SegmentProfile;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is asked about the users of segments.
///
/// @param warn is told what does not stop it
record SegmentStudies(Services services, Progress progress, Instant asOf, Consumer<Problem> warn) {
    private static final int[] WIDTHS = {44, 10, 10};
    private static final int[] PROFILE = {58, 26, 24, 24};

    Report members(SegmentId id, MemberOptions options) {
        return options.out().map(file -> written(id, file, options)).orElseGet(() -> printed(id));
    }

    private Report written(SegmentId id, Path file, MemberOptions options) {
        MemberRequest request = Words.checked(
                () -> new MemberRequest(id, Words.withFolder(file), options.purpose(), options.attributes()));
        MemberFile done = new MemberLists(services.segments()).write(request, asOf, progress);
        return Report.of(
                List.of(
                        done.sentence(),
                        "SHA-256 " + done.sha256(),
                        "The list is in " + file + ", what it is in "
                                + done.description().getFileName() + "."),
                done.json());
    }

    private Report printed(SegmentId id) {
        Audience audience = services.segments().audience(id, asOf, progress);
        Dictionary users = services.populations().current(progress).events().users();
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.mapper().createArrayNode();
        audience.members().forEach((int userIdx) -> {
            lines.add(users.text(userIdx));
            array.add(users.text(userIdx));
        });
        long withheld = withheld(audience);
        if (withheld > 0) {
            warn.accept(new Problem(
                    "segment.withheld",
                    "Of these " + Counted.of(audience.size(), "user") + " " + Words.notAgreed(withheld) + ".",
                    "attune consent WORKSPACE show USER says what a user said."));
        }
        return Report.of(lines, array);
    }

    /// How many of the members may not be personalised.
    long withheld(Audience audience) {
        return services.populations()
                .current(progress)
                .consents()
                .withheldAmong(audience.members(), Consents.PERSONALISATION, asOf);
    }

    Report explain(SegmentId id, String who) {
        SegmentDefinition definition = services.segments().require(id);
        Dictionary users = services.populations().current(progress).events().users();
        int userIdx = users.find(who).orElseThrow(() -> UnknownUser.of(who, users));
        Explanation explanation = services.segments().explain(definition.condition(), asOf, userIdx);
        List<String> lines = new ArrayList<>();
        lines.add(who + (explanation.matched() ? " is in " : " is not in ") + definition.name() + ", because");
        ArrayNode because = Json.mapper().createArrayNode();
        DecisionWords.lines(explanation).forEach(line -> lines.add("  " + line));
        explanation.decisive().forEach(row -> because.add(row.text()));
        ObjectNode node = Json.mapper().createObjectNode().put("user", who).put("in", explanation.matched());
        node.set("because", because);
        return Report.of(lines, node);
    }

    Report overlap(SegmentId first, List<String> others) {
        List<SegmentDraft> compared = Stream.concat(
                        Stream.of(first), others.stream().map(Words::segment))
                .map(services.segments()::require)
                .map(SegmentDraft::of)
                .toList();
        Overlap overlap = compare().overlap(compared, asOf, progress);
        List<String> lines = new ArrayList<>(List.of(OverlapWords.title(overlap) + ".", OverlapWords.sum(overlap)));
        lines.add("");
        lines.add(Words.columns(WIDTHS, "In exactly these", "users", "of the union"));
        overlap.combinations()
                .forEach(one -> lines.add(Words.columns(
                        WIDTHS,
                        overlap.name(one),
                        Words.number(one.size()),
                        OverlapWords.percent(one.size(), overlap.union()))));
        lines.add("");
        overlap.pairs().forEach(pair -> lines.add(OverlapWords.of(overlap, pair)));
        lines.add("As of " + asOf + ".");
        return Report.of(lines, json(overlap));
    }

    Report profile(SegmentId id) {
        SegmentProfile profile =
                compare().profile(SegmentDraft.of(services.segments().require(id)), asOf, progress);
        List<String> lines = new ArrayList<>(List.of(ProfileWords.sentence(profile), ""));
        lines.add(Words.columns(PROFILE, "", "difference (95%)", "in it", "everybody else", "n, missing"));
        ArrayNode array = Json.mapper().createArrayNode();
        for (Difference one : profile.differences()) {
            lines.add(Words.columns(
                    PROFILE,
                    one.name() + (one.isByDefinition() ? " *" : ""),
                    ProfileWords.effect(one),
                    ProfileWords.cell(one.kind(), one.inside()),
                    ProfileWords.cell(one.kind(), one.outside()),
                    people(one.inside()) + "; " + people(one.outside())));
            array.add(json(one));
        }
        lines.add("");
        lines.add("* by definition: the condition asks for it.");
        lines.add(ProfileWords.caution(profile));
        lines.add("As of " + asOf + ".");
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", id.value())
                .put("asOf", asOf.toString())
                .put("users", profile.inside())
                .put("others", profile.outside())
                .put("hidden", profile.hidden());
        node.set("differences", array);
        return Report.of(lines, node);
    }

    private static String people(Difference.Side side) {
        return Words.number(side.n()) + ", " + Words.number(side.missing());
    }

    private static ObjectNode json(Difference one) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("name", one.name())
                .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                .put("effect", one.effect().estimate())
                .put("low", one.effect().low())
                .put("high", one.effect().high())
                .put("byDefinition", one.isByDefinition());
        node.set("users", json(one.inside()));
        node.set("others", json(one.outside()));
        return node;
    }

    private static ObjectNode json(Difference.Side side) {
        return Json.mapper()
                .createObjectNode()
                .put("n", side.n())
                .put("missing", side.missing())
                .put("middle", side.middle())
                .put("mean", side.mean());
    }

    private CompareService compare() {
        return new CompareService(services.segments());
    }

    private static ObjectNode json(Overlap overlap) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("asOf", overlap.asOf().toString())
                .put("of", overlap.population())
                .put("union", overlap.union())
                .put("everywhere", overlap.everywhere());
        ArrayNode parts = node.putArray("segments");
        overlap.parts()
                .forEach(part -> parts.addObject()
                        .put("id", part.segment().id().value())
                        .put("name", part.name())
                        .put("users", part.size()));
        ArrayNode combinations = node.putArray("combinations");
        overlap.combinations().forEach(one -> {
            ArrayNode in = combinations.addObject().put("users", one.size()).putArray("in");
            one.inside().forEach(position -> in.add(id(overlap, position)));
        });
        ArrayNode pairs = node.putArray("pairs");
        overlap.pairs()
                .forEach(pair -> pairs.addObject()
                        .put("first", id(overlap, pair.first()))
                        .put("second", id(overlap, pair.second()))
                        .put("both", pair.both())
                        .put("either", pair.either())
                        .put("jaccard", pair.jaccard()));
        return node;
    }

    private static String id(Overlap overlap, int position) {
        return overlap.parts().get(position).segment().id().value();
    }
}
