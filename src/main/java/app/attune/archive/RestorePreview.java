package app.attune.archive;

import app.attune.core.Counted;
import app.attune.core.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What would be different after a restore.
///
/// @param now  what the store holds; empty if it cannot be read
/// @param then what the backup holds
public record RestorePreview(Optional<StoreContents> now, StoreContents then) {
    private static final int SHOWN = 12;

    /// One sentence for each difference; one that says so if there is none.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (now.isEmpty()) {
            sentences.add("The backup has " + then.words() + ". What the store has now cannot be told.");
            return sentences;
        }
        StoreContents current = now.get();
        count("event", current.events(), then.events()).ifPresent(sentences::add);
        count("user", current.users(), then.users()).ifPresent(sentences::add);
        count("import", current.imports(), then.imports()).ifPresent(sentences::add);
        count("segment", current.segments(), then.segments()).ifPresent(sentences::add);
        count("rule", current.rules(), then.rules()).ifPresent(sentences::add);
        name("Newer than the backup: ", newer()).ifPresent(sentences::add);
        name("Only in the backup: ", onlyThen()).ifPresent(sentences::add);
        return sentences.isEmpty()
                ? List.of("The backup has the same counts and versions as the workspace has now.")
                : List.copyOf(sentences);
    }

    /// Definitions with a version that the backup does not have.
    public List<Definition> newer() {
        return ahead(now.map(StoreContents::definitions).orElse(List.of()), then.definitions());
    }

    private List<Definition> onlyThen() {
        return ahead(then.definitions(), now.map(StoreContents::definitions).orElse(List.of()));
    }

    private static List<Definition> ahead(List<Definition> ones, List<Definition> others) {
        Map<String, Integer> versions = new HashMap<>();
        others.forEach(other -> versions.put(other.kind() + other.id(), other.version()));
        return ones.stream()
                .filter(one -> one.version() > versions.getOrDefault(one.kind() + one.id(), 0))
                .toList();
    }

    private static Optional<String> count(String what, long before, long after) {
        return before == after
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%s instead of %,d (%+,d).", Counted.of(after, what), before, after - before));
    }

    private static Optional<String> name(String what, List<Definition> definitions) {
        if (definitions.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = definitions.stream().map(Definition::words).toList();
        return Optional.of(what + Listed.first(SHOWN, words) + ".");
    }
}
