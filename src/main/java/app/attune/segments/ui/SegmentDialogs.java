package app.attune.segments.ui;

import app.attune.ui.Dialogs;
import app.attune.ui.Texts;
import java.util.Optional;

/// What the list of segments asks before it works.
final class SegmentDialogs {
    private static final Texts TEXTS = Texts.of("segments");

    private SegmentDialogs() {}

    /// Of a new segment.
    static Optional<String> name(Dialogs dialogs) {
        Dialogs.Prompt prompt =
                new Dialogs.Prompt(TEXTS.get("segments.new"), TEXTS.get("new.label"), "", TEXTS.get("new.verb"));
        return dialogs.ask(prompt).map(String::strip).filter(name -> !name.isEmpty());
    }

    static boolean mayDelete(Dialogs dialogs, String question) {
        return dialogs.confirm(
                new Dialogs.Question(TEXTS.get("segments.delete"), question, TEXTS.get("segments.delete")));
    }
}
