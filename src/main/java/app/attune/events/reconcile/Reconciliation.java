package app.attune.events.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The events here beside those on the server.
///
/// @param days in order of source and day
public record Reconciliation(List<Day> days) {
    /// How the events of a day compare.
    public enum Verdict {
        SAME,
        /// As many, but not the same ones.
        OTHER_EVENTS,
        /// Fewer here than there.
        FEWER_HERE,
        /// More here than there.
        MORE_HERE,
        ONLY_HERE,
        ONLY_THERE
    }

    /// One source's day.
    public record Day(String source, LocalDate day, long here, long there, Verdict verdict) {
        public boolean isSame() {
            return verdict == Verdict.SAME;
        }
    }

    private record Key(String source, LocalDate day) {}

    public Reconciliation {
        days = List.copyOf(days);
    }

    /// A manifest that names no sources is compared with all of them together.
    static Reconciliation of(List<DaySum> ours, List<DaySum> theirs) {
        boolean together = theirs.stream().allMatch(sum -> sum.source().equals(DaySum.ALL));
        Map<Key, DaySum> here =
                byKey(together ? ours.stream().map(sum -> sum.of(DaySum.ALL)).toList() : ours);
        Map<Key, DaySum> there = byKey(theirs);
        Map<String, TreeSet<LocalDate>> all = new TreeMap<>();
        for (Map<Key, DaySum> side : List.of(here, there)) {
            side.keySet()
                    .forEach(key -> all.computeIfAbsent(key.source(), name -> new TreeSet<>())
                            .add(key.day()));
        }
        List<Day> days = new ArrayList<>();
        all.forEach((source, dates) -> dates.forEach(date -> {
            Key key = new Key(source, date);
            days.add(day(key, Optional.ofNullable(here.get(key)), Optional.ofNullable(there.get(key))));
        }));
        return new Reconciliation(days);
    }

    private static Map<Key, DaySum> byKey(List<DaySum> sums) {
        Map<Key, DaySum> byKey = new HashMap<>();
        sums.forEach(sum -> byKey.merge(new Key(sum.source(), sum.day()), sum, DaySum::plus));
        return byKey;
    }

    private static Day day(Key key, Optional<DaySum> here, Optional<DaySum> there) {
        long ours = here.map(DaySum::events).orElse(0L);
        long theirs = there.map(DaySum::events).orElse(0L);
        Verdict verdict = there.isEmpty()
                ? Verdict.ONLY_HERE
                : here.isEmpty() ? Verdict.ONLY_THERE : compare(here.get(), there.get());
        return new Day(key.source(), key.day(), ours, theirs, verdict);
    }

    private static Verdict compare(DaySum here, DaySum there) {
        if (here.events() != there.events()) {
            return here.events() < there.events() ? Verdict.FEWER_HERE : Verdict.MORE_HERE;
        }
        return here.isSame(there) ? Verdict.SAME : Verdict.OTHER_EVENTS;
    }

    public List<Day> differences() {
        return days.stream().filter(day -> !day.isSame()).toList();
    }

    public long here() {
        return days.stream().mapToLong(Day::here).sum();
    }

    public long there() {
        return days.stream().mapToLong(Day::there).sum();
    }
}
