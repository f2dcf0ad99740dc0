package app.attune.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions that need an answer before work can go on. Behind an interface so that tests can answer them.
public interface Dialogs {
    /// Something that cannot be undone.
    ///
    /// @param message names the object: "Delete segment 'VIP'? 2 rules use it."
    /// @param verb    on the button that does it: "Delete segment"
    /// @param refusal on the button that does not: "Keep working"
    /// @param enter   which of the two Enter presses
    record Question(String title, String message, String verb, String refusal, Enter enter) {
        public Question(String title, String message, String verb) {
            this(title, message, verb, "Cancel");
        }

        public Question(String title, String message, String verb, String refusal) {
            this(title, message, verb, refusal, Enter.DOES_IT);
        }

        /// The same where Enter refuses, since work may be lost.
        public Question refusedByEnter() {
            return new Question(title, message, verb, refusal, Enter.REFUSES);
        }
    }

    /// What Enter does in a question.
    enum Enter {
        DOES_IT,
        REFUSES
    }

    /// A line of text to enter.
    record Prompt(String title, String label, String initial, String verb) {}

    /// A kind of file, such as "Event files" with `*.csv` and `*.tsv`.
    record FileKind(String name, List<String> patterns) {
        public FileKind {
            patterns = List.copyOf(patterns);
        }
    }

    boolean confirm(Question question);

    Optional<String> ask(Prompt prompt);

    Optional<Path> openFile(String title, FileKind kind);

    Optional<Path> openFolder(String title);

    /// @param proposed a file name
    Optional<Path> saveFile(String title, FileKind kind, String proposed);
}
