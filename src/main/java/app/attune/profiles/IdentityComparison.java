package app.attune.profiles;

import app.attune.events.EventFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/// Compares two ways of making persons of the same users.
final class IdentityComparison {
    private static final int SHOWN = 100;

    private final PersonMap before;
    private final PersonMap after;
    private final EventFrame events;

    /// @param events of the users, before they were brought together
    IdentityComparison(PersonMap before, PersonMap after, EventFrame events) {
        this.before = before;
        this.after = after;
        this.events = events;
    }

    IdentityChange change(SortedMap<String, Long> sizesBefore, SortedMap<String, Long> sizesAfter) {
        long moved = 0;
        for (int user = 0; user < before.userCount(); user++) {
            boolean same = before.name(before.personOf(user)).equals(after.name(after.personOf(user)));
            moved += same ? 0 : events.to(user) - events.from(user);
        }
        return new IdentityChange(
                after.rules(),
                before.personCount(),
                after.personCount(),
                spread(before, after),
                spread(after, before),
                moved,
                parts(),
                counts(sizesBefore, sizesAfter));
    }

    /// Persons of `one` whose users are several persons of `other`.
    private static int spread(PersonMap one, PersonMap other) {
        int spread = 0;
        for (int person = 0; person < one.personCount(); person++) {
            int[] users = one.users(person);
            for (int i = 1; i < users.length; i++) {
                if (other.personOf(users[i]) != other.personOf(users[0])) {
                    spread++;
                    break;
                }
            }
        }
        return spread;
    }

    private List<IdentityChange.Part> parts() {
        List<IdentityChange.Part> parts = new ArrayList<>();
        for (int person = 0; person < before.personCount() && parts.size() < SHOWN; person++) {
            Map<Integer, List<Integer>> byPerson = new LinkedHashMap<>();
            for (int user : before.users(person)) {
                byPerson.computeIfAbsent(after.personOf(user), key -> new ArrayList<>())
                        .add(user);
            }
            if (byPerson.size() > 1) {
                String name = before.name(person);
                byPerson.forEach((now, users) -> parts.add(new IdentityChange.Part(
                        name,
                        after.name(now),
                        users.stream().map(before::userId).toList(),
                        users.stream()
                                .mapToLong(user -> events.to(user) - events.from(user))
                                .sum())));
            }
        }
        return parts;
    }

    private static List<IdentityChange.Count> counts(SortedMap<String, Long> before, SortedMap<String, Long> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name ->
                        new IdentityChange.Count(name, before.getOrDefault(name, 0L), after.getOrDefault(name, 0L)))
                .filter(count -> count.before() != count.after())
                .toList();
    }
}
