package app.attune.events.ui;

import app.attune.events.read.Source;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what becomes of files that were chosen together.
final class SourceWords {
    private SourceWords() {}

    /// Empty for a single file.
    static Optional<String> of(List<Source> sources, Texts texts) {
        List<String> sentences = new ArrayList<>();
        int together = sources.getFirst().files().size();
        if (together > 1) {
            sentences.add(texts.get("import.together", Numbers.count(together)));
        }
        List<String> after =
                sources.subList(1, sources.size()).stream().map(Source::name).toList();
        if (!after.isEmpty()) {
            sentences.add(texts.get("import.after", after.size(), String.join(", ", after)));
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }

    /// For the head of the screen.
    static String name(List<Source> sources, Texts texts) {
        if (sources.isEmpty()) {
            return "";
        }
        String name = sources.getFirst().name();
        return sources.size() == 1 ? name : texts.get("import.then", name, Numbers.count(sources.size() - 1L));
    }
}
