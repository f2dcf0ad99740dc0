package app.attune.rules.ui;

import app.attune.rules.RuleFinding;
import app.attune.rules.RuleId;
import app.attune.ui.Presence;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Names the active rules that were saved and cannot do anything, and leads to them. Takes no room where all can.
public final class CannotWork extends HBox {
    private static final int NAMED = 3;
    private static final double GAP = 8;

    /// Findings short of broken of rules that do nothing for anybody all the same.
    private static final Set<String> IDLE = Set.of("rules.schedule-over", "rules.no-users");

    private final Texts texts = Texts.of("rules");
    private final FontIcon icon = new FontIcon("mdomz-warning");
    private final Label words = new Label();
    private final FlowPane links = new FlowPane(GAP * 2, GAP / 2);

    /// Of no rules.
    public CannotWork() {
        words.getStyleClass().add("banner-message");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        icon.setAccessibleText(texts.get("rules.cannot-work.icon"));
        VBox all = new VBox(words, links);
        HBox.setHgrow(all, Priority.ALWAYS);
        getChildren().addAll(icon, all);
        getStyleClass().addAll("banner", "banner-warn");
        setAccessibleRole(AccessibleRole.TEXT);
        Presence.AWAY.of(this);
    }

    /// Follows what is found of the rules, each time they are saved; until then what was said stays.
    ///
    /// @param go leads to a rule
    void follow(
            ObservableList<RuleRow> rows, ReadOnlyStringProperty saving, BooleanSupplier unsaved, Consumer<RuleId> go) {
        Runnable refresh = () -> {
            if (!unsaved.getAsBoolean()) {
                show(rows.stream().filter(CannotWork::isIdle).toList(), go);
            }
        };
        rows.addListener((ListChangeListener<RuleRow>) change -> refresh.run());
        saving.addListener(observed -> refresh.run());
        refresh.run();
    }

    private static boolean isIdle(RuleRow row) {
        return row.rule().isActive()
                && row.findings().stream()
                        .anyMatch(finding -> finding.severity() == RuleFinding.Severity.BROKEN
                                || IDLE.contains(finding.problem().code()));
    }

    private void show(List<RuleRow> idle, Consumer<RuleId> go) {
        Presence.when(!idle.isEmpty()).of(this);
        String names = idle.stream()
                        .limit(NAMED)
                        .map(row -> texts.get(
                                "rules.cannot-work.rule",
                                row.place(),
                                row.rule().name()))
                        .collect(Collectors.joining(", "))
                + (idle.size() > NAMED ? texts.get("rules.cannot-work.more", idle.size() - NAMED) : "");
        words.setText(idle.isEmpty() ? "" : texts.get("rules.cannot-work", idle.size(), names));
        links.getChildren()
                .setAll(idle.stream().limit(NAMED).map(row -> link(row, go)).toList());
    }

    private Hyperlink link(RuleRow row, Consumer<RuleId> go) {
        Hyperlink link =
                new Hyperlink(texts.get("rules.cannot-work.go", row.rule().name()));
        link.setWrapText(true);
        link.setOnAction(event -> {
            link.setVisited(false);
            go.accept(row.rule().id());
        });
        return link;
    }
}
