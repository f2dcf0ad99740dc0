package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.events.quality.Expectation;
import app.attune.events.quality.ExpectationSet;
import app.attune.events.quality.LateEvents;
import app.attune.events.quality.Lateness;
import app.attune.events.quality.Membership;
import app.attune.events.quality.Outcome;
import app.attune.events.quality.QualityReport;
import app.attune.events.quality.QualityService;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is known of the events' quality, what is expected of it, and what a limit on lateness would cost.
final class QualityViewModel {
    /// The limits the slider stops at.
    static final List<Duration> ALLOWED = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14));

    private static final int A_DAY = 4;

    /// A report and how the expectations fare in it.
    record Judged(QualityReport report, List<Outcome> outcomes, List<ExpectationSet> versions) {}

    /// What a limit on lateness would leave out, and whom it would move.
    private record Left(Lateness.Dropped dropped, LateEvents events, List<Membership> moved) {}

    private final QualityService service;
    private final DataContext context;
    private final Texts texts;
    private final TaskSlot slot = new TaskSlot();
    private final TaskSlot dropping = new TaskSlot();
    private final TaskSlot changing = new TaskSlot();
    private final ReadOnlyObjectWrapper<Optional<Judged>> judged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper dropped = new ReadOnlyStringWrapper("");
    private final ObservableList<Membership> moved = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<LateEvents>> late = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final IntegerProperty allowed = new SimpleIntegerProperty(A_DAY);
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    QualityViewModel(DataContext context, Texts texts) {
        this.service = context.quality();
        this.context = context;
        this.texts = texts;
        allowed.addListener((observed, before, now) -> drop());
    }

    ReadOnlyObjectProperty<Optional<Judged>> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Which of [#ALLOWED] stands.
    IntegerProperty allowedProperty() {
        return allowed;
    }

    Duration allowed() {
        return ALLOWED.get(Math.clamp(allowed.get(), 0, ALLOWED.size() - 1));
    }

    /// What the limit would leave out, in words.
    ReadOnlyStringProperty droppedProperty() {
        return dropped.getReadOnlyProperty();
    }

    /// The events the limit would leave out, once they are found.
    ReadOnlyObjectProperty<Optional<LateEvents>> lateProperty() {
        return late.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// Looks through the events.
    void load() {
        busy.set(true);
        context.tasks().run(slot, texts.get("quality.looking"), this::judge, this::show, this::failed);
    }

    private Judged judge(Progress progress) {
        QualityReport report = service.report(progress);
        return new Judged(report, service.outcomes(report, progress), service.versions());
    }

    /// Expects it from now on, in place of one of the same name.
    void expect(Expectation expectation) {
        change(() -> service.expect(expectation, author()));
    }

    /// Expects it no longer.
    void forget(String name) {
        change(() -> service.forget(name, author()));
    }

    /// Expects again what an older version did.
    void restore(int version) {
        change(() -> service.restore(version, author()));
    }

    private void change(Runnable saving) {
        judged.get()
                .ifPresent(before -> context.tasks()
                        .run(
                                changing,
                                texts.get("quality.expecting"),
                                progress -> {
                                    saving.run();
                                    return new Judged(
                                            before.report(),
                                            service.outcomes(before.report(), progress),
                                            service.versions());
                                },
                                this::show,
                                this::failed));
    }

    private static String author() {
        return System.getProperty("user.name", "analyst");
    }

    private void show(Judged now) {
        busy.set(false);
        problems.clear();
        judged.set(Optional.of(now));
        drop();
    }

    private void failed(Problem problem) {
        busy.set(false);
        problems.setAll(problem);
    }

    void refuse(Problem problem) {
        problems.setAll(problem);
    }

    private void drop() {
        Optional<Lateness> lateness = judged.get().flatMap(now -> now.report().lateness());
        if (lateness.isEmpty()) {
            dropped.set("");
            late.set(Optional.empty());
            return;
        }
        Duration limit = allowed();
        context.tasks()
                .run(
                        dropping,
                        texts.get("quality.late.counting"),
                        progress -> new Left(
                                lateness.get().dropped(limit, progress),
                                lateness.get().late(limit, progress),
                                context
                                        .desk()
                                        .memberships()
                                        .with(lateness.get().without(limit, progress), progress)
                                        .stream()
                                        .filter(Membership::isChanged)
                                        .toList()),
                        now -> say(lateness.get(), now),
                        this::failed);
    }

    private void say(Lateness lateness, Left now) {
        Lateness.Dropped left = now.dropped();
        moved.setAll(now.moved());
        late.set(Optional.of(now.events()));
        dropped.set(texts.get(
                "quality.late.dropped",
                Lateness.words(left.allowed()),
                Numbers.count(left.events()),
                Numbers.percent(left.events(), lateness.known()),
                Numbers.count(left.users()),
                Numbers.count(left.usersGone())));
    }

    /// Segments whose members the limit would change, the most changed first.
    ObservableList<Membership> moved() {
        return moved;
    }

    /// The findings in one line: how old, how unusual, how many expectations fail.
    String headline() {
        return judged.get().map(this::headline).orElse("");
    }

    private String headline(Judged now) {
        QualityReport report = now.report();
        String age = report.freshness()
                .newest()
                .map(newest -> texts.get(
                        "quality.age",
                        Numbers.dateTime(newest),
                        Lateness.words(report.freshness().age())))
                .orElse(texts.get("quality.age.none"));
        long failing =
                now.outcomes().stream().filter(outcome -> !outcome.isPass()).count();
        String expected = now.outcomes().isEmpty()
                ? texts.get("quality.expected.none")
                : texts.get(
                        "quality.expected",
                        Numbers.count(now.outcomes().size() - failing),
                        Numbers.count(now.outcomes().size()));
        return texts.get(
                "quality.headline",
                age,
                Numbers.count(report.volume().unusual().size()),
                Numbers.count(report.volume().days().size()),
                expected);
    }
}
