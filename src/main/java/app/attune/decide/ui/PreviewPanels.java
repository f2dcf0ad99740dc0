package app.attune.decide.ui;

import app.attune.decide.Consent;
import app.attune.decide.DecidedOffer;
import app.attune.decide.Decision;
import app.attune.decide.Preview;
import app.attune.rules.ContextWords;
import app.attune.rules.RuleTrace;
import app.attune.rules.TriedWords;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Builds what is shown of a user's facts and of the rules.
final class PreviewPanels {
    private static final double GAP = 8;
    private static final Texts TEXTS = Texts.of("decide");

    private PreviewPanels() {}

    static List<Node> facts(Preview preview) {
        Label name = label(preview.user().value(), "section-title");
        FlowPane head =
                new FlowPane(GAP * 2, GAP / 2, name, consent(preview.consent()), label(asOf(preview), "caption"));
        head.setRowValignment(VPos.CENTER);
        FlowPane values = new FlowPane(GAP * 2, GAP / 2);
        preview.facts().forEach(fact -> values.getChildren().add(label(fact(fact), "body-compact")));
        if (preview.facts().isEmpty()) {
            values.getChildren()
                    .add(label(
                            TEXTS.get(
                                    preview.timeline().events() == 0 ? "preview.facts.nothing" : "preview.facts.none"),
                            "muted"));
        }
        return List.of(head, values);
    }

    private static String fact(Preview.Fact fact) {
        return InWords.name(fact.name()) + ": " + InWords.value(fact.name(), fact.value());
    }

    private static String asOf(Preview preview) {
        int events = preview.timeline().events();
        return TEXTS.get("preview.as-of", Numbers.until(preview.asOf()), events, Numbers.count(events));
    }

    private static Node consent(Optional<String> consent) {
        boolean denied = consent.filter(said -> !said.equals(Consent.GRANTED) && !said.equals(Consent.DECLARED))
                .isPresent();
        FontIcon icon =
                new FontIcon(denied ? "mdoal-block" : consent.isPresent() ? "mdoal-check_circle" : "mdoal-help");
        icon.getStyleClass().add(denied ? "status-bad" : consent.isPresent() ? "status-good" : "status-warn");
        String words = consent.map(value -> TEXTS.get("preview.consent", value.toLowerCase(Locale.ROOT)))
                .orElse(TEXTS.get("preview.consent.unknown"));
        Label pill = new Label(words, icon);
        pill.getStyleClass().add("pill");
        pill.setMinWidth(Label.USE_PREF_SIZE);
        return pill;
    }

    static List<Node> rules(Preview preview) {
        List<RuleTrace> traces = preview.decision().rules();
        if (traces.isEmpty()) {
            return List.of(label(TEXTS.get("preview.rules.none"), "muted"));
        }
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            lines.add(rule(i + 1, traces.get(i), preview));
        }
        return lines;
    }

    private static Node rule(int place, RuleTrace trace, Preview preview) {
        FontIcon icon = new FontIcon(
                switch (trace.verdict()) {
                    case FIRED -> "mdoal-check_circle";
                    case LOST -> "mdoal-block";
                    case NOT_MATCHED -> "mdomz-remove_circle_outline";
                    case INACTIVE -> "mdomz-pause_circle_outline";
                });
        icon.getStyleClass()
                .add(
                        switch (trace.verdict()) {
                            case FIRED -> "status-good";
                            case LOST -> "status-warn";
                            case NOT_MATCHED, INACTIVE -> "muted";
                        });
        Label verdict = label(TEXTS.get("preview.verdict." + trace.verdict()), "strong");
        verdict.setMinWidth(Label.USE_PREF_SIZE);
        Label name = label(place + ". " + trace.name(), "strong");
        HBox head = new HBox(GAP, icon, name, verdict);
        head.getStyleClass().add("toolbar");
        verdict.getStyleClass().setAll("label", "pill");
        return new VBox(head, label(why(trace, preview), "body-compact"));
    }

    /// Why a rule ended as it did, in words.
    static String why(RuleTrace trace, Preview preview) {
        return preview.missed(trace)
                .map(missed -> missed.substring(0, 1).toUpperCase(Locale.ROOT) + missed.substring(1) + ".")
                .orElseGet(() -> why(trace, preview.decision().rules()));
    }

    private static String why(RuleTrace trace, List<RuleTrace> traces) {
        String winner = trace.lostTo()
                .flatMap(id ->
                        traces.stream().filter(one -> one.rule().equals(id)).findFirst())
                .map(RuleTrace::name)
                .orElse("");
        if (!trace.tried().isEmpty()) {
            return TEXTS.get("preview.why.models", TriedWords.of(trace.tried()));
        }
        return switch (trace.verdict()) {
            case FIRED ->
                trace.items() == 0
                        ? TEXTS.get("preview.why.fired")
                        : TEXTS.get("preview.why.fired.items", trace.items());
            case NOT_MATCHED, INACTIVE, LOST -> TEXTS.get("preview.why." + trace.cause(), winner);
        };
    }

    /// Where the list comes from, in words.
    static String reason(Preview preview) {
        Decision decision = preview.decision();
        String model =
                decision.model().map(app.attune.recommend.RecommenderNames::of).orElse("");
        String off = decision.rulesOff()
                .map(why -> TEXTS.get("preview.off." + why) + " ")
                .orElse("");
        String asked = isContextAsked(decision)
                ? TEXTS.get("preview.context.asked", ContextWords.of(decision.context(), preview::itemName)) + " "
                : "";
        return asked + off + TEXTS.get("preview.reason." + decision.reason(), model);
    }

    private static boolean isContextAsked(Decision decision) {
        return !decision.context().isEmpty()
                || decision.rules().stream().anyMatch(trace -> trace.cause() == RuleTrace.Cause.CONTEXT);
    }

    static List<Node> offers(Decision decision) {
        return decision.offers().stream().map(PreviewPanels::offer).toList();
    }

    private static Node offer(DecidedOffer offer) {
        FontIcon icon = new FontIcon("mdoal-local_offer");
        icon.getStyleClass().add("status-good");
        Label words = label(TEXTS.get("preview.offer", offer.code(), offer.text()), "strong");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(GAP, icon, words);
        line.getStyleClass().add("toolbar");
        return line;
    }

    static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
