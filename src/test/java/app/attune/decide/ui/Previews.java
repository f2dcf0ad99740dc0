package app.attune.decide.ui;

import app.attune.core.Progress;
import app.attune.decide.DecisionDesk;
import app.attune.decide.FixedModel;
import app.attune.decide.Other;
import app.attune.decide.Others;
import app.attune.decide.PreviewService;
import app.attune.decide.Shop;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rulebook;
import app.attune.rules.Treatment;
import java.util.List;

/// The preview of a small shop with rules that fire, lose and do not match.
final class Previews {
    private Previews() {}

    static PreviewService shop() {
        return shop(others());
    }

    static PreviewService shop(Others others) {
        var stoves = new ItemSelector.WithAttribute("category", List.of("Stoves"));
        return new PreviewService(
                Shop.desk(
                        List.of(FixedModel.popularity("3", "1", "4", "2", "5"), FixedModel.similar("2", "5", "3")),
                        List.of(
                                Rulebook.ruleFor("stoves", "norwegian-buyers", new Treatment.Boost(stoves, 2.5))
                                        .withName("Push stoves in Norway"),
                                Rulebook.ruleFor(
                                                "thanks",
                                                "buyers",
                                                new Treatment.Offer("THANKS10", "10% off the next order"))
                                        .withName("Thank buyers"),
                                Rulebook.ruleFor("welcome", "everybody", new Treatment.Offer("HELLO5", "5% off"))
                                        .withName("Welcome everybody"))),
                others);
    }

    /// The same decisions without any rules.
    private static Others others() {
        return new Others() {
            @Override
            public List<Other> all() {
                return List.of(new Other.Rules(1, "No rules yet"));
            }

            @Override
            public DecisionDesk desk(Other other, DecisionDesk now, Progress progress) {
                return Shop.desk(
                        List.of(FixedModel.popularity("3", "1", "4", "2", "5"), FixedModel.similar("3", "2", "5")),
                        List.of());
            }
        };
    }
}
