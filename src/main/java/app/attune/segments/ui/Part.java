package app.attune.segments.ui;

import app.attune.segments.Condition;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.Marks;
import app.attune.ui.Texts;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// One place in the tree on screen: what its controls are called and how they change it.
record Part(ConditionPane pane, SegmentEditorViewModel model, List<Integer> path, Offers offers) {
    FieldCatalogue fields() {
        return offers.fields();
    }

    Texts texts() {
        return pane.texts();
    }

    /// The id of a control of this part, such as `part-0-1-value`; the top is `part-top`.
    String id(String control) {
        return id(path) + "-" + control;
    }

    static String id(List<Integer> path) {
        return "part-"
                + (path.isEmpty() ? "top" : path.stream().map(String::valueOf).collect(Collectors.joining("-")));
    }

    /// As people count: "2.1".
    String number() {
        return path.stream().map(step -> Integer.toString(step + 1)).collect(Collectors.joining("."));
    }

    /// The name of a control for those who cannot see where it is: "Comparison, row 2.1".
    String spoken(String key) {
        return said(texts().get(key));
    }

    /// As [#spoken], in words.
    String said(String what) {
        return path.isEmpty() ? what : texts().get("spoken", what, number());
    }

    Part child(int position) {
        return new Part(pane, model, app.attune.segments.Conditions.child(path, position), offers);
    }

    /// As it stands, with its marks.
    Condition marked() {
        return ConditionEdits.part(model.history().value().condition(), path);
    }

    /// As it stands, whatever its marks.
    Condition now() {
        return Marks.bare(marked());
    }

    /// Its marks stay.
    void change(UnaryOperator<Condition> edit) {
        model.replace(path, Marks.keep(marked(), edit.apply(now())));
    }

    /// The control already shows the result: the tree is not built anew.
    void typed(UnaryOperator<Condition> edit) {
        if (!pane.isCarrying()) {
            pane.quietly(() -> model.typed(path, Marks.keep(marked(), edit.apply(now()))));
        }
    }
}
