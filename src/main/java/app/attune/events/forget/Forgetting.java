package app.attune.events.forget;

import app.attune.core.Counted;
import app.attune.events.ImportReport;
import app.attune.events.quality.LoadDelta;
import app.attune.events.quality.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What forgetting an import would do.
///
/// @param effect    from what is there now to what would be left
/// @param again     later imports that are to be imported again afterwards, oldest first
/// @param remaining later imports of which there is something to know, oldest first
public record Forgetting(
        ImportReport report, Taken taken, LoadDelta effect, List<ReadAgain> again, List<Remaining> remaining) {
    private static final int NAMED = 5;

    public Forgetting {
        again = List.copyOf(again);
        remaining = List.copyOf(remaining);
    }

    /// Each says one thing.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add("It takes away " + taken.words() + ".");
        sentences.add(String.format(
                Locale.ROOT,
                "Left are %s of %,d, and %s with events of %,d.",
                Counted.of(effect.figuresAfter().events(), "event"),
                effect.figuresBefore().events(),
                Counted.of(effect.figuresAfter().users(), "user"),
                effect.figuresBefore().users()));
        sentences.add(segments());
        sentences.add("Models trained on these events show as out of date; definitions, exports and backups stay.");
        if (!again.isEmpty()) {
            sentences.add("Later imports left out rows that were here before them. Import these files again afterwards,"
                    + " in this order; only what is missing is added: "
                    + again.stream().map(ReadAgain::words).collect(Collectors.joining("; ")) + ".");
        }
        for (Remaining.Why why : Remaining.Why.values()) {
            List<Remaining> all =
                    remaining.stream().filter(one -> one.why() == why).toList();
            if (!all.isEmpty()) {
                sentences.add(Remaining.sentence(why, all));
            }
        }
        sentences.add("This cannot be undone, except from a backup or by importing the file again.");
        return sentences;
    }

    private String segments() {
        List<Membership> changed =
                effect.segments().stream().filter(Membership::isChanged).toList();
        if (changed.isEmpty()) {
            return "No segment changes.";
        }
        String names = changed.stream()
                .limit(NAMED)
                .map(one -> String.format(Locale.ROOT, "%s from %,d to %,d", one.segment(), one.before(), one.after()))
                .collect(Collectors.joining(", "));
        String more = changed.size() > NAMED ? ", and others" : "";
        return Counted.of(changed.size(), "segment changes", "segments change") + ": " + names + more + ".";
    }
}
