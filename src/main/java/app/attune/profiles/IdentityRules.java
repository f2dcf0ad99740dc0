package app.attune.profiles;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.events.IdentifierLinks;
import app.attune.events.IdentifierReading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What makes one person of several users: the kinds of identifiers that link, and what was cut by hand.
///
/// @param version   of this format, [#VERSION]
/// @param kinds     in order of priority: the first that a person has names the person, and links first
/// @param forbidden identifiers that link nobody
/// @param cuts      pairs that are not linked though rows carry both
public record IdentityRules(
        int version, List<IdentifierRule> kinds, List<Identifier> forbidden, List<IdentifierPair> cuts) {
    /// The current version of the JSON form.
    public static final int VERSION = 1;

    /// Every user is a person.
    public static final IdentityRules NONE = new IdentityRules(VERSION, List.of(), List.of(), List.of());

    public IdentityRules {
        Require.that(version == VERSION, "Unknown version of identity rules: " + version);
        kinds = List.copyOf(kinds);
        forbidden = sorted(forbidden);
        cuts = sorted(cuts);
        if (kinds.stream().map(IdentifierRule::kind).distinct().count() < kinds.size()) {
            throw ProblemException.of(
                    "identity.kind-twice",
                    "A kind of identifier has two rules.",
                    "Keep one rule for each kind of identifier.");
        }
    }

    /// Rules that suit kinds of these names, first is strongest.
    public static IdentityRules linking(List<String> kinds) {
        return NONE.withKinds(kinds.stream().map(IdentifierRule::of).toList());
    }

    /// Whether any two users can become one person.
    public boolean links() {
        return kinds.stream().anyMatch(rule -> !rule.isUser());
    }

    public IdentityRules withKinds(List<IdentifierRule> other) {
        return new IdentityRules(version, other, forbidden, cuts);
    }

    public IdentityRules without(Identifier identifier) {
        List<Identifier> more = new ArrayList<>(forbidden);
        more.add(identifier);
        return new IdentityRules(version, kinds, more, cuts);
    }

    public IdentityRules without(IdentifierPair pair) {
        List<IdentifierPair> more = new ArrayList<>(cuts);
        more.add(pair);
        return new IdentityRules(version, kinds, forbidden, more);
    }

    /// With one thing undone of what keeps the two apart: their cut, else that the identifier links nobody, else that
    /// the other one does not.
    public IdentityRules joining(IdentifierPair pair, Identifier identifier) {
        if (cuts.contains(pair)) {
            return uncut(pair);
        }
        if (forbidden.contains(identifier)) {
            return allowing(identifier);
        }
        return allowing(pair.one().equals(identifier) ? pair.other() : pair.one());
    }

    /// With that identifier linking again; cuts of its pairs stay.
    public IdentityRules allowing(Identifier identifier) {
        List<Identifier> still = new ArrayList<>(forbidden);
        still.remove(identifier);
        return new IdentityRules(version, kinds, still, cuts);
    }

    /// With that cut undone; what links nobody still links nobody.
    public IdentityRules uncut(IdentifierPair pair) {
        List<IdentifierPair> fewer = new ArrayList<>(cuts);
        fewer.remove(pair);
        return new IdentityRules(version, kinds, forbidden, fewer);
    }

    /// The columns to be read.
    public Map<String, IdentifierReading> readings() {
        Map<String, IdentifierReading> readings = new LinkedHashMap<>();
        kinds.stream().filter(rule -> !rule.isUser()).forEach(rule -> readings.put(rule.kind(), rule.reading()));
        return readings;
    }

    /// Position of a kind in the order; ids of users come first where no rule places them, other kinds last.
    int priority(String kind) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).kind().equals(kind)) {
                return i;
            }
        }
        return kind.equals(IdentifierLinks.USER) ? -1 : kinds.size();
    }

    public String toJson() {
        return Json.writePretty(this);
    }

    /// @throws ProblemException `json.unreadable`
    public static IdentityRules fromJson(String text) {
        return Json.read(text, IdentityRules.class, "The identity rules");
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> all) {
        return List.copyOf(new TreeSet<>(all));
    }
}
