package app.attune.decide.ui;

import app.attune.segments.SegmentDefinition;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// The choice of the segment that random, next and previous stay in.
final class AmongChoice {
    private final Texts texts = Texts.of("decide");
    private final ComboBox<String> among;
    private final PreviewViewModel model;

    private AmongChoice(ComboBox<String> among, PreviewViewModel model) {
        this.among = among;
        this.model = model;
    }

    static void of(ComboBox<String> among, PreviewViewModel model) {
        new AmongChoice(among, model).prepare();
    }

    private void prepare() {
        among.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return model.segments().stream()
                        .filter(segment -> segment.id().value().equals(id))
                        .map(SegmentDefinition::name)
                        .findFirst()
                        .orElse(texts.get("preview.among.all"));
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("Segments are chosen, not typed");
            }
        });
        model.segments().addListener((ListChangeListener<SegmentDefinition>) change -> fillAmong());
        fillAmong();
        among.valueProperty()
                .addListener((observed, before, now) -> model.amongProperty().set(now == null ? "" : now));
    }

    private void fillAmong() {
        List<String> ids = new ArrayList<>(List.of(""));
        model.segments().forEach(segment -> ids.add(segment.id().value()));
        String chosen = model.amongProperty().get();
        among.getItems().setAll(ids);
        among.setValue(ids.contains(chosen) ? chosen : "");
    }
}
