package app.attune.events.ui;

import app.attune.events.ColumnProfile;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Instant;
import java.util.stream.Collectors;

/// A column's profile in words.
final class ProfileWords {
    private final Texts texts;

    ProfileWords(Texts texts) {
        this.texts = texts;
    }

    /// Under the name: "Number, 71.2% missing".
    String caption(ColumnProfile profile) {
        String kind = kind(profile);
        if (profile.missing() > 0) {
            return texts.get("data.profile.caption", kind, Numbers.percent(profile.missingShare()));
        }
        return profile.isUnique()
                ? texts.get("data.profile.unique", kind)
                : texts.get("data.profile.distinct", kind, Numbers.shortCount(profile.distinct()));
    }

    private String kind(ColumnProfile profile) {
        return texts.get(
                switch (profile.spread()) {
                    case ColumnProfile.Amounts amounts -> "data.profile.number";
                    case ColumnProfile.Moments moments -> "data.profile.time";
                    case ColumnProfile.Words words -> "data.profile.text";
                });
    }

    /// All figures, for the tooltip and for screen readers.
    String figures(String name, ColumnProfile profile) {
        return texts.get(
                        "data.profile.figures",
                        name,
                        kind(profile),
                        Numbers.count(profile.missing()),
                        Numbers.count(profile.rows()),
                        Numbers.percent(profile.missingShare()),
                        Numbers.count(profile.distinct()))
                + "\n" + spread(profile.spread());
    }

    private String spread(ColumnProfile.Spread spread) {
        return switch (spread) {
            case ColumnProfile.Amounts amounts ->
                texts.get(
                        "data.profile.amounts",
                        Numbers.amount(amounts.least()),
                        Numbers.amount(amounts.median()),
                        Numbers.amount(amounts.greatest()));
            case ColumnProfile.Moments moments ->
                moments.bins().isEmpty()
                        ? ""
                        : texts.get(
                                "data.profile.moments",
                                Numbers.dateTime(Instant.ofEpochMilli(moments.first())),
                                Numbers.dateTime(Instant.ofEpochMilli(moments.last())));
            case ColumnProfile.Words words ->
                words.top().stream()
                        .map(one -> texts.get("data.profile.word", shortened(one.text()), Numbers.count(one.events())))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
