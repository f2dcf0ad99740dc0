package app.attune.ui;

import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One job as the task pane shows it. All properties change on the FX thread, at most ten times a second.
public final class TaskRow {
    /// Where a job stands.
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String title;
    private final Runnable canceller;
    private final long started = System.nanoTime();
    private Duration took = Duration.ZERO;
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);

    TaskRow(String title, Runnable canceller) {
        this.title = title;
        this.canceller = canceller;
    }

    public String title() {
        return title;
    }

    /// What it is doing now.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// "about 12 s left", or empty while nobody can tell.
    public ReadOnlyStringProperty remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /// 0 to 1, or -1 while the total is not known.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How long it ran; zero while it runs.
    public Duration took() {
        return took;
    }

    public void cancel() {
        canceller.run();
    }

    void update(String newStage, double newFraction, String newRemaining) {
        stage.set(newStage);
        fraction.set(newFraction);
        remaining.set(newRemaining);
    }

    void end(State newState) {
        took = Duration.ofNanos(System.nanoTime() - started);
        state.set(newState);
        remaining.set("");
    }
}
