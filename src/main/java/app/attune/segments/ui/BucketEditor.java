package app.attune.segments.ui;

import app.attune.segments.BucketCondition;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// The controls of a row about a random part of all users.
final class BucketEditor {
    private static final int LETTERS = 10;

    private BucketEditor() {}

    static RowNodes of(Spot<BucketCondition> spot) {
        Spot.Place place = spot.place();
        BucketCondition row = spot.now();
        TextField from = Percent.field(place.name("from", "bucket.from"), row.from());
        TextField to = Percent.field(place.name("to", "bucket.to"), row.to());
        for (TextField field : List.of(from, to)) {
            field.textProperty().addListener((observed, old, text) -> typed(spot, from, to));
        }
        TextField salt = Choices.field(place.name("salt", "bucket.salt"), row.salt(), LETTERS);
        salt.textProperty()
                .addListener((observed, old, text) ->
                        spot.typed(now -> new BucketCondition(text.strip(), now.from(), now.to())));
        HBox part = new HBox(from, new Label(place.text("bucket.until")), to, new Label(place.text("percent")));
        part.getStyleClass().add("condition-pair");
        HBox shuffled = new HBox(new Label(place.text("bucket.by")), salt);
        shuffled.getStyleClass().add("condition-pair");
        return new RowNodes(List.of(RowEditors.subject(place.part()), part, shuffled));
    }

    private static void typed(Spot<BucketCondition> spot, TextField from, TextField to) {
        OptionalDouble start = Percent.of(from.getText());
        OptionalDouble end = Percent.of(to.getText());
        boolean right = start.isPresent() && end.isPresent() && start.getAsDouble() <= end.getAsDouble();
        String why = right ? "" : spot.place().text("wrong.part");
        spot.place().mark(from, why);
        spot.place().mark(to, why);
        if (right) {
            spot.typed(now -> new BucketCondition(now.salt(), start.getAsDouble(), end.getAsDouble()));
        }
    }
}
