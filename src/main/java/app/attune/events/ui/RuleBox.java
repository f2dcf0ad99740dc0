package app.attune.events.ui;

import app.attune.core.ProblemException;
import app.attune.core.TaskSlot;
import app.attune.events.ColumnRole;
import app.attune.events.Mapping;
import app.attune.events.TypeCounts;
import app.attune.events.TypeRule;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Names event types by rules of columns, each with how many of the first rows it names, and what holds otherwise.
final class RuleBox extends VBox {
    private static final int MOST_TYPES = 12;

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final EntryList list = new EntryList("rules");
    private final Label otherwiseTitle;
    private final TextField otherwise = new TextField();
    private final VBox counts = new VBox();
    private final TaskSlot counting = new TaskSlot();
    private final TestForm<TypeRule.Test> form = new TestForm<>(
                    "rule",
                    new TestForm.Tests<>(
                            List.of(TypeRule.Test.values()), TypeRule.Test::words, TypeRule.Test::needsOperand))
            .thenAsking();
    private boolean filling;

    RuleBox(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("section");
        counts.setId("ruleTypes");
        otherwise.setId("ruleOtherwise");
        otherwise.setPromptText(texts.get("rule.otherwise.prompt"));
        otherwiseTitle = OptionLabels.title(texts.get("rule.otherwise"), otherwise);
        otherwise.textProperty().addListener((observed, before, now) -> {
            if (!filling) {
                model.reading().typeMapping(mapping -> mapping.withConstantType(now));
            }
        });
        form.whenDone(this::add);
        getChildren().addAll(OptionLabels.title(texts.get("rule.title"), form), list, form);
        getChildren().addAll(OptionLabels.caption(texts.get("rule.hint")), otherwiseTitle, otherwise, counts);
        model.settingsProperty()
                .addListener((observed, before, now) -> now.ifPresentOrElse(this::count, counting::cancel));
    }

    private String add(TestForm.Chosen<TypeRule.Test> chosen) {
        try {
            TypeRule rule = TypeRule.of(chosen.column(), chosen.test(), chosen.value(), chosen.then());
            change(rules -> {
                if (!rules.contains(rule)) {
                    rules.add(rule);
                }
            });
            return "";
        } catch (ProblemException e) {
            return e.problem().message() + " " + e.problem().remedy();
        }
    }

    private void change(Consumer<List<TypeRule>> edit) {
        model.changeMapping(mapping -> {
            List<TypeRule> rules = new ArrayList<>(mapping.typeRules());
            edit.accept(rules);
            return mapping.withTypeRules(rules);
        });
    }

    /// In the background: the pattern of a rule may take longer than anyone waits.
    private void count(ImportSettings settings) {
        form.columns(settings.preview().columnNames());
        show(settings.mapping(), Optional.empty());
        showOtherwise(settings.mapping());
        model.jobs()
                .aside(
                        counting,
                        texts.get("task.types"),
                        progress -> TypeCounts.of(settings.mapping(), settings.preview(), progress),
                        counted -> show(settings.mapping(), Optional.of(counted)));
    }

    private void show(Mapping mapping, Optional<TypeCounts> counted) {
        list.show(
                mapping.typeRules().isEmpty()
                        ? List.of(OptionLabels.styled(texts.get("rule.none"), "body-compact"))
                        : IntStream.range(0, mapping.typeRules().size())
                                .mapToObj(i -> entry(mapping.typeRules().get(i), i, counted))
                                .toList(),
                form::focus);
        counted.ifPresentOrElse(
                this::showTypes, () -> counts.getChildren().setAll(OptionLabels.caption(texts.get("filter.counting"))));
    }

    private TestEntry entry(TypeRule rule, int position, Optional<TypeCounts> counted) {
        String words = texts.get("rule.entry", rule.type(), rule.words());
        String note = counted.map(now -> texts.get("rule.count", now.byRule().get(position), now.rows()))
                .orElseGet(() -> texts.get("filter.counting"));
        TestEntry entry = new TestEntry("rule-" + position, words, note);
        if (position > 0) {
            entry.with("earlier", texts.get("rule.earlier"), texts.get("rule.earlier.of", words), () -> {
                change(rules -> Collections.swap(rules, position, position - 1));
                focus(position == 1 ? "#rule-0-remove" : "#rule-" + (position - 1) + "-earlier");
            });
        }
        return entry.removedBy(texts.get("rule.remove"), texts.get("rule.remove.of", words), () -> {
            change(rules -> rules.remove(position));
            focus("#ruleOpen");
        });
    }

    /// Buttons are made anew with every change: whoever uses keys goes on where the pressed one was.
    private void focus(String button) {
        Optional.ofNullable(lookup(button)).ifPresent(Node::requestFocus);
    }

    private void showOtherwise(Mapping mapping) {
        Optional<String> column = mapping.columnOf(ColumnRole.TYPE);
        String words = column.map(name -> texts.get("rule.otherwise") + ": " + texts.get("rule.otherwise.column", name))
                .orElseGet(() -> texts.get("rule.otherwise"));
        otherwiseTitle.setText(words);
        otherwise.setAccessibleText(words);
        filling = true;
        if (!otherwise.getText().equals(mapping.constantType())) {
            otherwise.setText(mapping.constantType());
        }
        filling = false;
    }

    private void showTypes(TypeCounts counted) {
        counts.getChildren().setAll(OptionLabels.styled(texts.get("rule.types", counted.rows()), "form-label"));
        counted.byType().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_TYPES)
                .map(type -> texts.get("rule.type", type.getKey(), Numbers.count(type.getValue())))
                .forEach(words -> counts.getChildren().add(OptionLabels.styled(words, "body-compact")));
        int more = counted.byType().size() - MOST_TYPES;
        if (more > 0) {
            counts.getChildren().add(OptionLabels.caption(texts.get("rule.type.more", Numbers.count(more))));
        }
        if (counted.none() > 0) {
            counts.getChildren().add(OptionLabels.warning(texts.get("rule.type.none", Numbers.count(counted.none()))));
        }
    }
}
