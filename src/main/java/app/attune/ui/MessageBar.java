package app.attune.ui;

import app.attune.core.Problem;
import app.attune.core.Version;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The problems of one area as banners, and the news of what went well. Takes no room while there is nothing to say.
public final class MessageBar extends VBox {
    private final Texts texts = Texts.of("ui");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<News> news = FXCollections.observableArrayList();

    /// @param buttons that do something about it
    private record News(String sentence, List<Button> buttons) {}

    public MessageBar() {
        getStyleClass().add("message-bar");
        ListChangeListener<Object> rebuild = change -> rebuild();
        problems.addListener(rebuild);
        news.addListener(rebuild);
        rebuild();
    }

    /// The problems shown; change it freely on the FX thread.
    public ObservableList<Problem> problems() {
        return problems;
    }

    /// Shows exactly these.
    public void show(List<Problem> all) {
        problems.setAll(all);
    }

    /// Adds one, in place of another with the same code.
    public void show(Problem problem) {
        problems.removeIf(shown -> shown.code().equals(problem.code()));
        problems.add(problem);
    }

    /// Says that something went well, in place of the last such news.
    public void say(String sentence) {
        news.setAll(List.of(new News(sentence, List.of())));
    }

    /// The same with a button, which takes the news away when it is used.
    public void say(String sentence, String button, Runnable work) {
        Button doing = new Button(button);
        doing.getStyleClass().add("small");
        doing.setMinWidth(USE_PREF_SIZE);
        doing.setOnAction(event -> {
            news.clear();
            work.run();
        });
        news.setAll(List.of(new News(sentence, List.of(doing))));
    }

    public void clear() {
        problems.clear();
        news.clear();
    }

    private void rebuild() {
        getChildren().clear();
        news.forEach(said -> getChildren().add(newsBanner(said)));
        problems.forEach(problem -> getChildren().add(problemBanner(problem)));
        boolean any = !getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    private Node newsBanner(News said) {
        HBox banner = banner(Look.GOOD, label(said.sentence(), "banner-message"));
        banner.getChildren().addAll(said.buttons());
        banner.getChildren().add(dismiss(() -> news.remove(said)));
        return banner;
    }

    private Node problemBanner(Problem problem) {
        VBox words = new VBox(label(problem.message(), "banner-message"), label(problem.remedy(), "banner-remedy"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss = dismiss(() -> problems.remove(problem));
        return switch (problem.code()) {
            case Tasks.UNEXPECTED -> banner(Look.BAD, words, copyDetails(problem), dismiss);
            case Tasks.CANCELLED -> banner(Look.NEUTRAL, words, dismiss);
            default -> banner(Look.WARN, words, dismiss);
        };
    }

    private enum Look {
        GOOD("banner-good", "mdoal-check_circle", "status.good"),
        NEUTRAL("banner-neutral", "mdoal-info", "status.neutral"),
        WARN("banner-warn", "mdomz-warning", "status.warn"),
        BAD("banner-bad", "mdoal-error", "status.bad");

        private final String styleClass;
        private final String icon;
        private final String key;

        Look(String styleClass, String icon, String key) {
            this.styleClass = styleClass;
            this.icon = icon;
            this.key = key;
        }
    }

    private HBox banner(Look look, Node... content) {
        FontIcon icon = new FontIcon(look.icon);
        icon.setAccessibleText(texts.get(look.key));
        HBox banner = new HBox(icon);
        banner.getChildren().addAll(content);
        banner.getStyleClass().addAll("banner", look.styleClass);
        banner.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(content[0], Priority.ALWAYS);
        return banner;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private Button dismiss(Runnable work) {
        Button button = new Button("", new FontIcon("mdoal-close"));
        button.setAccessibleText(texts.get("banner.dismiss"));
        button.setTooltip(new Tooltip(texts.get("banner.dismiss")));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setOnAction(event -> work.run());
        return button;
    }

    private Button copyDetails(Problem problem) {
        Button button = new Button(texts.get("banner.copy-details"));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(problem.message() + "\nAttune " + Version.current() + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            Clipboard.getSystemClipboard().setContent(content);
        });
        return button;
    }
}
