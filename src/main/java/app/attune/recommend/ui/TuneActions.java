package app.attune.recommend.ui;

import app.attune.ui.Action;
import app.attune.ui.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// Everything that can be done with a search for settings.
record TuneActions(Action open, Action start, Action resume, Action stop, Action use, Action close) {
    /// What the view itself does.
    record Steps(Runnable open, Runnable use, Runnable close) {}

    /// @param nothing why nothing can be searched at all; empty text while it can
    static TuneActions of(TuneViewModel model, Steps steps, ObservableValue<String> nothing, Texts texts) {
        Reasons reasons = new Reasons(model, texts);
        return new TuneActions(
                action(new Name("tune", "open", "Y"), steps.open(), texts).disabledBy(nothing),
                action(new Name("tune-start", "start", "Enter"), model::start, texts)
                        .disabledBy(reasons.start()),
                action(new Name("tune-resume", "resume", "G"), model::resume, texts)
                        .disabledBy(reasons.resume()),
                action(new Name("tune-stop", "stop", "X"), model::stop, texts).disabledBy(reasons.stop()),
                action(new Name("tune-use", "use", "U"), steps.use(), texts).disabledBy(reasons.use()),
                action(new Name("tune-close", "close", "B"), steps.close(), texts));
    }

    private static Action action(Name name, Runnable work, Texts texts) {
        return Action.of("models." + name.id(), texts.get("tune." + name.text()), work)
                .withKey("Shortcut+Alt+" + name.key());
    }

    /// How an action is called, in the code, in the bundle and on the keyboard.
    private record Name(String id, String text, String key) {}

    /// Why something cannot be done now; empty text while it can.
    private record Reasons(TuneViewModel model, Texts texts) {
        ObservableValue<String> start() {
            return Bindings.createStringBinding(
                    () -> idle(model.problemProperty().get()), model.runningProperty(), model.problemProperty());
        }

        ObservableValue<String> resume() {
            return Bindings.createStringBinding(
                    () -> model.runningProperty().get().isPresent() || model.canResume()
                            ? idle("")
                            : texts.get("tune.reason.over"),
                    model.runningProperty(),
                    model.searchProperty(),
                    model.trialsProperty());
        }

        ObservableValue<String> stop() {
            return Bindings.createStringBinding(
                    () -> model.runningProperty().get().isPresent() ? "" : texts.get("tune.reason.idle"),
                    model.runningProperty());
        }

        ObservableValue<String> use() {
            return Bindings.createStringBinding(
                    () -> model.settings().isPresent() ? "" : texts.get("tune.reason.none"),
                    model.searchProperty(),
                    model.chosenProperty());
        }

        private String idle(String otherwise) {
            return model.runningProperty().get().isPresent() ? texts.get("tune.reason.busy") : otherwise;
        }
    }

    List<Action> all() {
        return List.of(open, start, resume, stop, use, close);
    }
}
