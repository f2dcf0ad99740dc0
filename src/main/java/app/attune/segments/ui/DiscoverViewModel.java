package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.discover.BasketLimits;
import app.attune.segments.discover.BasketsFound;
import app.attune.segments.discover.BoughtTogether;
import app.attune.segments.discover.DiscoveryService;
import app.attune.segments.discover.Fidelity;
import app.attune.segments.discover.Habit;
import app.attune.segments.discover.Proposal;
import app.attune.ui.Numbers;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What can be looked for, what was found, and segments made of it.
final class DiscoverViewModel {
    private static final long SEED = 7;
    private static final double LEAST_SHARE = 0.05;
    private static final BasketLimits LIMITS = BasketLimits.DEFAULT;

    /// What is looked for.
    enum Aim {
        /// A short rule for the users of a segment.
        LIKE,
        /// Users who do about the same.
        GROUPS,
        /// What goes together more often than by chance.
        HABITS,
        /// Items that are in one order more often than by chance.
        BASKETS
    }

    /// What is asked.
    ///
    /// @param like   for LIKE
    /// @param groups for GROUPS
    /// @param rows   at most so many in a rule
    record Wish(Aim aim, Optional<SegmentDefinition> like, int groups, int rows) {}

    /// Something found, in words.
    ///
    /// @param group  the size of the group that is described; for habits how many users there would be by chance; for
    ///               baskets the orders with both items
    /// @param users  how many the rule means
    /// @param scores precision and recall; for habits how many times as many as by chance; for baskets the share of the
    ///               orders with the first item that have both, and how many times as many as by chance
    /// @param more   what the numbers mean for this one
    record Idea(String name, Condition condition, long group, long users, List<Double> scores, String more) {
        String sentence() {
            return ConditionSentence.byId().of(condition);
        }
    }

    /// All that was found.
    ///
    /// @param note what was left out; empty where nothing was
    private record Ideas(List<Idea> all, String note) {}

    private final Texts texts = Texts.of("segments");
    private final SegmentsContext context;
    private final DiscoveryService discovery;
    private final Tasks tasks;
    private final TaskSlot listing = new TaskSlot();
    private final TaskSlot looking = new TaskSlot();
    private final ObservableList<SegmentDefinition> segments = FXCollections.observableArrayList();
    private final ObservableList<Idea> ideas = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    DiscoverViewModel(SegmentsContext context, Tasks tasks) {
        this.context = context;
        this.discovery = new DiscoveryService(context.segments());
        this.tasks = tasks;
    }

    /// Reads the segments to choose from.
    void load() {
        tasks.run(
                listing, texts.get("task.list"), progress -> context.segments().list(), segments::setAll, this::failed);
    }

    void look(Wish wish) {
        busy.set(true);
        clear();
        tasks.run(
                looking,
                texts.get("task.discover"),
                progress -> find(wish, progress),
                found -> found(wish.aim(), found),
                this::failed);
    }

    private void clear() {
        problems.clear();
        ideas.clear();
        note.set("");
    }

    /// What is looked for, and within which limits.
    String hint(Aim aim) {
        return switch (aim) {
            case LIKE -> texts.get("discover.hint.like");
            case GROUPS -> texts.get("discover.hint.groups");
            case HABITS -> texts.get("discover.hint.habits", Numbers.percent(LEAST_SHARE));
            case BASKETS ->
                texts.get(
                        "discover.hint.baskets",
                        Numbers.count(LIMITS.items()),
                        Numbers.count(LIMITS.orders()),
                        times(LIMITS.lift()),
                        Numbers.count(LIMITS.most()));
        };
    }

    /// Something else is asked about now: what was found goes, and what is being looked for is not wanted any more.
    void forget() {
        looking.cancel();
        busy.set(false);
        clear();
    }

    private Ideas find(Wish wish, Progress progress) {
        DiscoveryService.Asked asked =
                new DiscoveryService.Asked(context.segments().asOf(progress), wish.rows(), SEED);
        if (wish.aim() == Aim.BASKETS) {
            BasketsFound found = discovery.baskets(LIMITS, asked.asOf(), progress);
            String leftOut = found.nobody() == 0 ? "" : texts.get("discover.basket.nobody", found.nobody());
            return new Ideas(found.pairs().stream().map(this::idea).toList(), leftOut);
        }
        return new Ideas(rules(wish, asked, progress), "");
    }

    private List<Idea> rules(Wish wish, DiscoveryService.Asked asked, Progress progress) {
        return switch (wish.aim()) {
            case LIKE ->
                wish.like().stream()
                        .map(segment -> idea(discovery.like(segment, asked, progress), wish.rows()))
                        .toList();
            case GROUPS ->
                discovery.clusters(wish.groups(), asked, progress).stream()
                        .map(proposal -> idea(proposal, wish.rows()))
                        .toList();
            case HABITS ->
                discovery.habits(LEAST_SHARE, asked, progress).stream()
                        .map(this::idea)
                        .toList();
            case BASKETS -> List.of();
        };
    }

    private Idea idea(Proposal proposal, int rows) {
        Fidelity fidelity = proposal.fidelity();
        String said = proposal.isSaid()
                ? texts.get("discover.said", proposal.name())
                : texts.get("discover.unsaid", proposal.name(), rows);
        String then = proposal.earlier()
                .map(before -> " "
                        + texts.get(
                                "discover.earlier",
                                Numbers.count(before.group()),
                                Numbers.percent(before.precision()),
                                Numbers.percent(before.recall())))
                .orElse("");
        String stable = texts.get("discover.stable", Numbers.percent(proposal.stability()));
        return new Idea(
                proposal.name(),
                proposal.condition(),
                fidelity.group(),
                fidelity.meant(),
                List.of(fidelity.precision(), fidelity.recall()),
                said + " " + stable + then);
    }

    private Idea idea(Habit habit) {
        String more = texts.get(
                "discover.habit",
                Numbers.count(habit.users()),
                Numbers.count(Math.round(habit.expected())),
                times(habit.lift()));
        return new Idea(
                texts.get("discover.habit.name"),
                habit.condition(),
                Math.round(habit.expected()),
                habit.users(),
                List.of(habit.lift()),
                more);
    }

    private Idea idea(BoughtTogether pair) {
        String more = texts.get(
                "discover.basket",
                Numbers.count(pair.both()),
                Numbers.count(pair.orders()),
                pair.first(),
                pair.second(),
                Numbers.percent(pair.confidence()),
                Numbers.count(pair.ofFirst()),
                times(pair.lift()),
                Numbers.count(pair.ofSecond()));
        return new Idea(
                texts.get("discover.basket.name", pair.second(), pair.first()),
                pair.condition(),
                pair.both(),
                pair.users(),
                List.of(pair.confidence(), pair.lift()),
                more);
    }

    /// How many times as many as by chance.
    static String times(double lift) {
        return String.format(Locale.ENGLISH, "%.1f", lift);
    }

    private void found(Aim aim, Ideas found) {
        busy.set(false);
        note.set(found.note());
        ideas.setAll(found.all());
        if (found.all().isEmpty()) {
            problems.setAll(List.of(new Problem(
                    "discover.nothing", (texts.get("discover.nothing") + " " + found.note()).strip(), remedy(aim))));
        }
    }

    private String remedy(Aim aim) {
        return switch (aim) {
            case LIKE -> texts.get("discover.nothing.like");
            case GROUPS -> texts.get("discover.nothing.groups");
            case HABITS -> texts.get("discover.nothing.habits");
            case BASKETS -> texts.get("discover.nothing.baskets", Numbers.count(LIMITS.orders()));
        };
    }

    /// Saves a new segment with the rule and hands over its id.
    void make(Idea idea, String name, Consumer<SegmentId> then) {
        tasks.run(
                new TaskSlot(),
                texts.get("task.save", name),
                progress -> context.segments()
                        .save(
                                new SegmentDraft(context.segments().suggestId(name), name, idea.condition()),
                                context.author(),
                                texts.get("note.discovered")),
                saved -> then.accept(saved.id()),
                this::failed);
    }

    private void failed(Problem problem) {
        busy.set(false);
        problems.setAll(List.of(problem));
    }

    ObservableList<SegmentDefinition> segments() {
        return segments;
    }

    ObservableList<Idea> ideas() {
        return ideas;
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// What was left out of the ideas, in words.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
