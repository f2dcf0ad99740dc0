package app.attune.profiles;

import app.attune.core.Progress;
import app.attune.events.AttributeClaims;
import app.attune.events.ConsentLog;
import app.attune.events.EventStore;
import app.attune.events.ImportReport;
import app.attune.events.RowKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds persons of whom two imports, or two of their users, say different things: every attribute is read once to find
/// them, and once more where there are any. A kind of identifier of which a person may have several is left out.
final class ContradictionSearch {
    private record Claim(long importId, int user, String value) {}

    private final EventStore events;
    private final PersonMap persons;
    private final Map<Long, String> sources;

    ContradictionSearch(EventStore events, PersonMap persons) {
        this.events = events;
        this.persons = persons;
        this.sources = sources(events);
    }

    /// The names of what was imported.
    static Map<Long, String> sources(EventStore events) {
        return events.imports().stream().collect(Collectors.toMap(ImportReport::importId, ImportReport::sourceName));
    }

    /// By person in their order, then by attribute.
    List<Contradiction> all(Progress progress) {
        Set<String> attributes = new TreeSet<>(events.keptTypes(RowKind.USERS).keySet());
        persons.rules().kinds().forEach(rule -> attributes.remove(rule.kind()));
        attributes.removeIf(name -> name.startsWith(ConsentLog.SINCE));
        List<Contradiction> found = new ArrayList<>();
        int done = 0;
        for (String attribute : attributes) {
            progress.report("Comparing what sources say", done++, attributes.size());
            progress.checkpoint();
            BitSet differing = differing(attribute, progress);
            if (!differing.isEmpty()) {
                found.addAll(details(attribute, differing, progress));
            }
        }
        found.sort(Comparator.comparingInt(Contradiction::person).thenComparing(Contradiction::attribute));
        return found;
    }

    private BitSet differing(String attribute, Progress progress) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] first = new int[persons.personCount()];
        BitSet differing = new BitSet();
        AttributeClaims.read(
                events,
                attribute,
                persons.userCount(),
                (importId, user, value) -> {
                    int person = persons.personOf(user);
                    int number = numbers.computeIfAbsent(compared(attribute, value), key -> numbers.size() + 1);
                    if (first[person] == 0) {
                        first[person] = number;
                    } else if (first[person] != number) {
                        differing.set(person);
                    }
                },
                progress);
        return differing;
    }

    private List<Contradiction> details(String attribute, BitSet differing, Progress progress) {
        Map<Integer, List<Claim>> claims = new TreeMap<>();
        AttributeClaims.read(
                events,
                attribute,
                persons.userCount(),
                (importId, user, value) -> {
                    int person = persons.personOf(user);
                    if (differing.get(person)) {
                        claims.computeIfAbsent(person, key -> new ArrayList<>()).add(new Claim(importId, user, value));
                    }
                },
                progress);
        return claims.entrySet().stream()
                .map(entry -> contradiction(entry.getKey(), attribute, entry.getValue()))
                .toList();
    }

    private Contradiction contradiction(int person, String attribute, List<Claim> claims) {
        Comparator<Claim> byUser = (one, other) -> persons.compareForNaming(one.user(), other.user());
        return new Contradiction(
                person,
                persons.name(person),
                attribute,
                claims.stream()
                        .sorted(byUser.thenComparing(Claim::importId, Comparator.reverseOrder()))
                        .map(claim -> new Contradiction.Said(
                                persons.userId(claim.user()),
                                claim.value(),
                                sources.getOrDefault(claim.importId(), "")))
                        .toList());
    }

    /// Capitals mean nothing in a consent.
    private static String compared(String attribute, String value) {
        return attribute.startsWith(ConsentLog.PREFIX) ? value.toLowerCase(Locale.ROOT) : value;
    }
}
