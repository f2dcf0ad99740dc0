package app.attune.export.ui;

import app.attune.export.ExportDraft;
import app.attune.export.ExportedBundle;
import app.attune.recommend.RecommenderNames;
import app.attune.rules.Rule;
import app.attune.rules.RuleSentence;
import app.attune.rules.RuleSet;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/// What goes into the bundle, as a tree.
final class ExportContents {
    private final Texts texts;

    ExportContents(Texts texts) {
        this.texts = texts;
    }

    TreeItem<String> tree(ExportDraft draft) {
        List<Rule> rules = draft.ruleSet().map(RuleSet::rules).orElse(List.of());
        RuleSentence sentences = draft.sentences();
        TreeItem<String> top = new TreeItem<>(texts.get("contents"));
        top.getChildren()
                .add(branch("contents.rules", rules.stream().map(rule -> rule.name() + ": " + sentences.of(rule))));
        top.getChildren()
                .add(branch(
                        "contents.segments",
                        rules.stream().map(Rule::segment).distinct().map(sentences::of)));
        top.getChildren().add(branch("contents.models", draft.carried().stream().map(RecommenderNames::of)));
        top.getChildren().forEach(branch -> branch.setExpanded(true));
        return top;
    }

    private TreeItem<String> branch(String key, Stream<String> leaves) {
        List<TreeItem<String>> items = leaves.map(leaf -> new TreeItem<>(leaf.replaceAll("\\p{Cntrl}", " ")))
                .toList();
        TreeItem<String> branch = new TreeItem<>(texts.get(key, items.size()));
        branch.getChildren().setAll(items);
        return branch;
    }

    /// What is worth knowing of a bundle that was written.
    static String note(Texts texts, ExportedBundle bundle) {
        return texts.get(
                "result.note",
                bundle.files(),
                Numbers.bytes(bundle.bytes()),
                Numbers.count(bundle.vectors()),
                bundle.withoutConsent());
    }
}
