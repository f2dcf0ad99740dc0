package app.attune.export;

import app.attune.core.json.Json;
import app.attune.segments.ConditionJson;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Segments with every kind of row, missing values counted either way, every window and measure, groups in groups.
///
/// They ask of users what [#ATTRIBUTES] names and of events the types that a data set has.
public final class ProofSegments {
    /// Of users, made up for the proof.
    public static final String ATTRIBUTES = "user_id,tier,age,since,plan.tier";

    private static final String TIERS = "gold;silver;d\"e; \u202e;o'neil \\\\ -- /*;\u540d\u524d \ud83d\ude00;;Gold";
    private static final int YEARS = 60;

    private static final String ALL = "{'kind':'all-time'}";

    private ProofSegments() {}

    /// What events are called.
    ///
    /// @param looked at a thing
    /// @param carted it, or whatever else is not buying
    public record EventTypes(String looked, String carted, String bought) {}

    /// A line of a file of users for one of them; a tenth of each value is missing.
    public static String attributes(String user) {
        int hash = Math.floorMod(user.hashCode() * 0x9E3779B1, 1 << 30);
        String[] tiers = TIERS.split(";", -1);
        String tier = tiers[hash % tiers.length];
        String age = hash / 7 % 10 == 0 ? "" : hash % 5 == 0 ? "30.5" : String.valueOf(hash / 11 % YEARS - 1);
        String since = hash / 13 % 10 == 0 ? "" : "2026-%02d-%02d".formatted(1 + hash / 17 % 12, 1 + hash / 19 % 28);
        return "%s,%s,%s,%s,%s".formatted(quoted(user), quoted(tier), age, since, hash % 3 == 0 ? "A" : "B");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /// Those that a bundle carries, and those that refer to them.
    public static List<SegmentDraft> carried(EventTypes types) {
        List<SegmentDraft> all = new ArrayList<>();
        ofAttributes().forEach((id, row) -> all.add(draft(id, row)));
        ofEvents(types).forEach((id, row) -> all.add(draft(id, row)));
        ofGroups(types).forEach((id, row) -> all.add(draft(id, row)));
        return all;
    }

    /// Those that no bundle carries: lists of users, chance, ranks and texts of events.
    public static List<SegmentDraft> refused(EventTypes types) {
        return List.of(
                draft("listed", "{'users':'is','ids':['u1','u2']}"),
                draft("not-listed", "{'users':'is-not','ids':['u1']}"),
                draft("drawn", "{'bucket':'salt','from':10,'to':40}"),
                draft("top-tenth", "{'rank':'top','percent':10,'attribute':'age'}"),
                draft(
                        "last-item",
                        events("{'kind':'last-text','field':'item'}", types.bought(), ALL, "'is','values':['1']")));
    }

    private static SegmentDraft draft(String id, String condition) {
        ObjectNode file = Json.mapper()
                .createObjectNode()
                .put("format", "attune.condition")
                .put("version", ConditionJson.VERSION);
        file.set("condition", Json.read(condition.replace('\'', '"').replace('\u2019', '\''), id));
        return new SegmentDraft(new SegmentId(id), "Segment *" + id + "*", ConditionJson.read(Json.write(file)));
    }

    private static Map<String, String> ofAttributes() {
        return Map.ofEntries(
                row("gold", "tier", "is", "gold", "silver"),
                row("not-gold", "tier", "is-not", "gold", "o\u2019neil \\\\\\\\ -- /*"),
                row("has-quote", "tier", "contains", "\\\"", "\u540d", "\u2019"),
                row("begins", "tier", "starts-with", "g", "o\u2019n"),
                row("no-tier", "tier", "is-missing"),
                row("some-tier", "tier", "is-present"),
                row("dotted", "plan.tier", "is", "A"),
                row("aged", "age", "is", "30.5", "0", "7"),
                row("not-aged", "age", "is-not", "0"),
                row("grown", "age", "at-least", "18"),
                row("child", "age", "at-most", "0"),
                row("older", "age", "more-than", "30.5"),
                row("younger", "age", "less-than", "30.5"),
                row("middle", "age", "between", "20", "40"),
                row("early", "since", "less-than", "2026-06-01"),
                row("late", "since", "at-least", "2026-06-01"),
                row("spring", "since", "between", "2026-03-01", "2026-05-31"),
                row("martian", "planet", "is-not", "Earth"),
                row("unplaced", "planet", "is-missing"),
                Map.entry("agreed", "{'consent':'personalisation','is':'granted'}"),
                Map.entry("not-agreed", "{'consent':'personalisation','is':'not-granted'}"));
    }

    private static Map.Entry<String, String> row(String id, String attribute, String comparison, String... values) {
        String list = values.length == 0 ? "" : "'" + String.join("','", values) + "'";
        return Map.entry(
                id,
                "{'attribute':'%s','comparison':'%s','values':[%s]%s}"
                        .formatted(attribute, comparison, list, id.startsWith("young") ? ",'whenMissing':'yes'" : ""));
    }

    private static Map<String, String> ofEvents(EventTypes types) {
        String last = "{'kind':'last','amount':90,'unit':'days'}";
        String least = "'at-least','values':['2']";
        String near = events("{'kind':'count'}", types.looked(), ALL, least)
                .replace("'window'", """
                'near':[{'relation':'followed','types':['%s'],'where':[],'within':{'amount':3,'unit':'days'}},
                {'relation':'not-preceded','types':['%s'],'where':[]}],'window'""".formatted(types.bought(), types.carted()));
        String steps = """
                {'kind':'steps','counted':'from-previous','within':{'amount':5,'unit':'days'},
                 'next':[{'types':['%s'],'where':[]}]}""".formatted(types.bought());
        String dear = events("{'kind':'count'}", types.bought(), ALL, least).replace("'where':[]", """
                'where':[{'field':'value','comparison':'more-than','values':['5']}]""");
        return Map.ofEntries(
                Map.entry("frequent", events("{'kind':'count'}", types.bought(), last, least)),
                Map.entry(
                        "spender",
                        events("{'kind':'sum','field':'value'}", types.bought(), ALL, "'more-than','values':['60.5']")),
                Map.entry("various", events("{'kind':'count-distinct','field':'item'}", types.looked(), ALL, least)),
                Map.entry(
                        "recent",
                        events("{'kind':'days-since-last'}", types.looked(), ALL, "'at-most','values':['30']")),
                Map.entry(
                        "known",
                        events("{'kind':'days-since-first'}", types.looked(), ALL, "'more-than','values':['45']")),
                Map.entry("regular", events("{'kind':'active-days'}", types.looked(), last, least)),
                Map.entry(
                        "cheap",
                        events(
                                "{'kind':'average','field':'value'}",
                                types.bought(),
                                ALL,
                                "'less-than','values':['20'],'whenMissing':'yes'")),
                Map.entry(
                        "large",
                        events("{'kind':'largest','field':'value'}", types.bought(), ALL, "'is-present','values':[]")),
                Map.entry("near", near),
                Map.entry("through", events(steps, types.looked(), ALL, "'is','values':['2']")),
                Map.entry("dear", dear),
                Map.entry(
                        "before",
                        events(
                                "{'kind':'count'}",
                                types.looked(),
                                "{'kind':'earlier','amount':4,'unit':'weeks'}",
                                "'is','values':['0']")));
    }

    private static String events(String measure, String type, String window, String asked) {
        return "{'measure':%s,'types':['%s'],'where':[],'window':%s,'comparison':%s}"
                .formatted(measure, type, window, asked);
    }

    private static Map<String, String> ofGroups(EventTypes types) {
        String bought = events("{'kind':'days-since-last'}", types.bought(), ALL, "'at-most','values':['60']");
        String often = events("{'kind':'count'}", types.bought(), ALL, "'more-than','values':['1']");
        String money = events("{'kind':'sum','field':'value'}", types.bought(), ALL, "'at-most','values':['500']");
        return Map.of(
                "everybody", "{'all':[]}",
                "nobody", "{'any':[]}",
                "nested", """
                        {'all':[{'any':[{'segment':'gold'},{'none':[{'segment':'grown'},{'segment':'recent'}]}]},
                         {'none':[{'all':[{'segment':'early'},{'segment':'no-tier'}]}]}]}""",
                "referring", "{'any':[{'segment':'nested'},{'none':[{'segment':'some-tier'}]}]}",
                "rfm-cell", "{'all':[" + bought + "," + often + "," + money + "]}",
                "muted", "{'all':[{'segment':'grown'},{'muted':true,'part':{'segment':'nobody'}}]}");
    }
}
