package app.attune.decide.ui;

import app.attune.decide.DecidedItem;
import app.attune.decide.Decision;
import app.attune.decide.DeletionTest;
import app.attune.decide.DeletionWords;
import app.attune.decide.Preview;
import app.attune.recommend.Recommendation.Evidence;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds the list a user gets, with score, source and reason, beside what everybody would get.
final class ItemPanel {
    private static final int PLACE = 0;
    private static final int ITEM = 1;
    private static final int SCORE = 2;
    private static final int SOURCE = 3;
    private static final int POPULAR = 4;
    private static final double GAP = 8;

    /// Of the width, in percent, a number a column.
    private static final List<Integer> SHARES = List.of(9, 35, 13, 17, 26);

    private static final Texts TEXTS = Texts.of("decide");

    private ItemPanel() {}

    /// @param tests of the items' reasons, as far as they are done
    static List<Node> of(Preview preview, List<DeletionTest> tests) {
        Decision decision = preview.decision();
        List<Node> nodes = new ArrayList<>();
        nodes.add(PreviewPanels.label(PreviewPanels.reason(preview), "muted"));
        nodes.addAll(PreviewPanels.offers(decision));
        nodes.add(
                decision.items().isEmpty() && preview.popular().isEmpty()
                        ? PreviewPanels.label(TEXTS.get("preview.items.none"), "body-compact")
                        : grid(preview, tests));
        return nodes;
    }

    private static GridPane grid(Preview preview, List<DeletionTest> tests) {
        GridPane grid = new GridPane(0, 0);
        grid.setId("itemGrid");
        for (int share : SHARES) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(share);
            grid.getColumnConstraints().add(width);
        }
        List<String> heads = List.of("place", "item", "score", "source", "popular");
        for (int column = 0; column < heads.size(); column++) {
            grid.add(PreviewPanels.label(TEXTS.get("preview.column." + heads.get(column)), "form-label"), column, 0);
        }
        int rows = Math.max(preview.decision().items().size(), preview.popular().size());
        for (int row = 0; row < rows; row++) {
            row(grid, preview, tests, row);
        }
        return grid;
    }

    private static void row(GridPane grid, Preview preview, List<DeletionTest> tests, int row) {
        List<DecidedItem> items = preview.decision().items();
        cell(grid, PreviewPanels.label(String.valueOf(row + 1), "strong"), PLACE, row);
        if (row < items.size()) {
            DecidedItem item = items.get(row);
            cell(grid, PreviewPanels.label(preview.itemName(item.item()), "strong"), ITEM, row);
            cell(grid, score(item), SCORE, row);
            Label source = new Label(TEXTS.get("preview.source." + item.source()));
            source.getStyleClass().add("pill");
            source.setMinWidth(Label.USE_PREF_SIZE);
            cell(grid, source, SOURCE, row);
            grid.add(why(preview, item, tests), ITEM, 2 * row + 2, POPULAR - ITEM, 1);
        }
        if (row < preview.popular().size()) {
            String name = preview.itemName(preview.popular().get(row).item());
            Label popular = PreviewPanels.label(name, "body-compact");
            cell(grid, popular, POPULAR, row);
            GridPane.setRowSpan(popular, 2);
        }
    }

    private static void cell(GridPane grid, Node node, int column, int row) {
        GridPane.setValignment(node, VPos.TOP);
        GridPane.setMargin(node, new Insets(GAP, GAP, 0, 0));
        grid.add(node, column, 2 * row + 1);
    }

    /// Below the name, as wide as name, score and source together.
    private static Node why(Preview preview, DecidedItem item, List<DeletionTest> tests) {
        VBox box = new VBox(PreviewPanels.label(item.sentence(), "body-compact"));
        box.setPadding(new Insets(0, GAP, 0, 0));
        if (!item.evidence().isEmpty()) {
            String parts = item.evidence().stream()
                    .limit(3)
                    .map(part -> evidence(preview, part))
                    .collect(Collectors.joining(" \u00b7 "));
            box.getChildren().add(PreviewPanels.label(TEXTS.get("preview.evidence", parts), "caption"));
        }
        tests.stream()
                .filter(test -> test.item().equals(item.item()))
                .forEach(test -> box.getChildren().addAll(tested(preview, test)));
        return box;
    }

    private static List<Node> tested(Preview preview, DeletionTest test) {
        List<String> words = new DeletionWords(preview::itemName).of(test);
        return IntStream.range(0, words.size())
                .mapToObj(at -> tested(words.get(at), test.isLower(test.cases().get(at))))
                .toList();
    }

    private static Node tested(String said, boolean isLower) {
        Label line = PreviewPanels.label(said, "caption");
        line.getStyleClass().add("deletion-test");
        FontIcon icon = new FontIcon(isLower ? "mdoal-check_circle" : "mdomz-remove_circle_outline");
        icon.getStyleClass().add(isLower ? "status-good" : "muted");
        icon.setAccessibleText(TEXTS.get(isLower ? "preview.test.lower" : "preview.test.stays"));
        line.setGraphic(icon);
        return line;
    }

    private static String evidence(Preview preview, Evidence part) {
        return preview.itemName(part.item()) + " " + number(part.contribution());
    }

    private static Node score(DecidedItem item) {
        if (item.modelScore() == 0) {
            return PreviewPanels.label(Numbers.NONE, "body-compact");
        }
        String shown = item.factor() == 1
                ? number(item.score())
                : TEXTS.get(
                        "preview.score.factor", number(item.score()), number(item.modelScore()), factor(item.factor()));
        return PreviewPanels.label(shown, "body-compact");
    }

    private static String factor(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// Three significant places for small scores, whole counts as counts.
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Numbers.count((long) value);
        }
        return String.format(Locale.ENGLISH, Math.abs(value) < 10 ? "%.3f" : "%,.1f", value);
    }
}
