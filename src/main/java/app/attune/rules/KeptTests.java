package app.attune.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The tests of a workspace, kept and removed one by one.
public final class KeptTests {
    private final RuleTestStore store;

    public KeptTests(RuleTestStore store) {
        this.store = store;
    }

    /// In the order they were kept.
    public List<DecisionTest> all() {
        return store.tests();
    }

    /// A test that was kept.
    ///
    /// @param replaced another one that asked the same
    public record Kept(DecisionTest test, Optional<DecisionTest> replaced) {}

    /// In the place of the test that asks the same, or after all others. Another test with its name makes it
    /// `name (2)`.
    public Kept keep(DecisionTest test) {
        List<DecisionTest> tests = new ArrayList<>(store.tests());
        OptionalInt same = IntStream.range(0, tests.size())
                .filter(i -> tests.get(i).asked().equals(test.asked()))
                .findFirst();
        Optional<DecisionTest> replaced = same.stream().mapToObj(tests::get).findFirst();
        same.ifPresent(tests::remove);
        DecisionTest kept = test.named(freeName(test.name(), tests));
        tests.add(same.orElse(tests.size()), kept);
        store.replace(tests);
        return new Kept(kept, replaced.filter(older -> !older.equals(kept)));
    }

    /// Puts the test that was replaced back into its place, or after all others if what was kept is gone.
    ///
    /// @return the test that is back; empty if none was replaced
    public Optional<DecisionTest> undo(Kept kept) {
        return kept.replaced().map(older -> {
            List<DecisionTest> tests = new ArrayList<>(store.tests());
            int place = tests.indexOf(kept.test());
            if (place >= 0) {
                tests.remove(place);
            }
            DecisionTest back = older.named(freeName(older.name(), tests));
            tests.add(place >= 0 ? place : tests.size(), back);
            store.replace(tests);
            return back;
        });
    }

    /// @param place among all, the first is 0
    public void putBack(DecisionTest test, int place) {
        List<DecisionTest> tests = new ArrayList<>(store.tests());
        tests.add(Math.clamp(place, 0, tests.size()), test.named(freeName(test.name(), tests)));
        store.replace(tests);
    }

    /// @return what was removed; empty if no test has the name
    public Optional<DecisionTest> remove(String name) {
        List<DecisionTest> tests = new ArrayList<>(store.tests());
        Optional<DecisionTest> found =
                tests.stream().filter(test -> test.name().equals(name)).findFirst();
        found.ifPresent(test -> {
            tests.remove(test);
            store.replace(tests);
        });
        return found;
    }

    private static String freeName(String name, List<DecisionTest> others) {
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? name : DecisionTest.shortName(name, " (" + n + ")"))
                .filter(free -> others.stream().noneMatch(test -> test.name().equals(free)))
                .findFirst()
                .orElseThrow();
    }
}
