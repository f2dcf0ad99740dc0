package app.attune.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dialogs that answer what a test says and remember what was asked.
public final class FakeDialogs implements Dialogs {
    public final List<String> asked = new ArrayList<>();
    public boolean confirms = true;
    public Optional<String> text = Optional.empty();
    public Optional<Path> path = Optional.empty();

    @Override
    public boolean confirm(Question question) {
        asked.add(question.message());
        return confirms;
    }

    @Override
    public Optional<String> ask(Prompt prompt) {
        asked.add(prompt.label());
        return text;
    }

    @Override
    public Optional<Path> openFile(String title, FileKind kind) {
        asked.add(title);
        return path;
    }

    @Override
    public Optional<Path> openFolder(String title) {
        asked.add(title);
        return path;
    }

    @Override
    public Optional<Path> saveFile(String title, FileKind kind, String proposed) {
        asked.add(title);
        return path;
    }
}
