package app.attune.segments.ui;

import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.DropOff;
import app.attune.segments.compare.DropOffWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How many users are left after each row, as bars from everybody down to the segment; the row that costs most is the
/// title.
final class DropOffView {
    private static final int BAR = 1;
    private static final int LEFT = 2;
    private static final int SHARE = 3;
    private static final double WORDS_PERCENT = 40;

    private final Texts texts = Texts.of("segments");
    private final DropOffViewModel model;
    private final Label title = new Label();
    private final GridPane bars = new GridPane();
    private final VBox remarks = new VBox();
    private final ScrollPane root;

    DropOffView(DropOffViewModel model) {
        this.model = model;
        title.setId("dropOffTitle");
        bars.setId("dropOffBars");
        bars.getStyleClass().add("drop-off");
        ColumnConstraints words = new ColumnConstraints();
        words.setPercentWidth(WORDS_PERCENT);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints users = new ColumnConstraints();
        users.setHalignment(HPos.RIGHT);
        bars.getColumnConstraints().addAll(words, bar, users);
        wrapped(title);
        MessageBar messages = new MessageBar();
        messages.setId("dropOffMessages");
        model.problems().addListener((ListChangeListener<Object>) change -> messages.show(model.problems()));
        VBox box = new VBox(messages, title, bars, remarks);
        box.getStyleClass().addAll("segment-tab", "segment-compare");
        root = new ScrollPane(box);
        root.setFitToWidth(true);
        root.setFocusTraversable(true);
        root.setAccessibleText(texts.get("dropoff.name"));
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.foundProperty().addListener((observed, before, now) -> show(now));
    }

    /// Counts this state of the segment.
    void show(SegmentDraft draft) {
        model.show(draft);
    }

    private void show(Optional<DropOff> now) {
        bars.getChildren().clear();
        remarks.getChildren().clear();
        title.setText(now.map(DropOffWords::sentence).orElse(""));
        now.ifPresent(found -> {
            add(0, texts.get("dropoff.everybody"), new Bar(found.everybody(), found.everybody(), false), "");
            for (int i = 0; i < found.rows().size(); i++) {
                DropOff.Row row = found.rows().get(i);
                boolean costliest = found.costliest().filter(row::equals).isPresent();
                String words = texts.get("dropoff.row", Integer.toString(row.number()), row.words());
                add(i + 1, words, new Bar(row.after(), found.everybody(), costliest), share(row));
            }
            DropOffWords.remarks(found).forEach(remark -> remarks.getChildren().add(wrapped(new Label(remark))));
        });
    }

    private String share(DropOff.Row row) {
        return texts.get("dropoff.share", DropOffWords.share(row));
    }

    /// So many of everybody; the costliest row's bar stands out.
    private record Bar(int users, int everybody, boolean costliest) {}

    private void add(int line, String words, Bar bar, String share) {
        Label users = new Label(Numbers.count(bar.users()));
        users.getStyleClass().add("condition-count");
        users.setAccessibleText(texts.get("dropoff.spoken", words, users.getText(), share));
        users.setMinWidth(Region.USE_PREF_SIZE);
        Label before = new Label(share);
        before.setMinWidth(Region.USE_PREF_SIZE);
        Label name = wrapped(new Label(words));
        if (bar.costliest()) {
            name.getStyleClass().add("drop-off-costliest");
        }
        bars.add(name, 0, line);
        bars.add(drawn(bar), BAR, line);
        bars.add(users, LEFT, line);
        bars.add(before, SHARE, line);
    }

    private static Region drawn(Bar bar) {
        Region filled = new Region();
        filled.getStyleClass().add(bar.costliest() ? "drop-off-bar-costliest" : "drop-off-bar");
        StackPane whole = new StackPane(filled);
        whole.getStyleClass().add("drop-off-whole");
        double share = bar.everybody() == 0 ? 0 : (double) bar.users() / bar.everybody();
        filled.maxWidthProperty().bind(whole.widthProperty().multiply(share));
        return whole;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    Parent root() {
        return root;
    }
}
