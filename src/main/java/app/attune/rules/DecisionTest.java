package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Require;
import app.attune.core.UserId;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what a whole decision should be: given this user, at this time and in this request, expect that.
///
/// @param name what it is called, unlike any other test
public record DecisionTest(String name, Asked asked, Wanted wanted) {
    private static final int LONGEST = 200;

    public DecisionTest {
        Require.notBlank(name, "A test's name");
        Require.that(name.length() <= LONGEST, "A test's name has at most " + LONGEST + " letters");
    }

    /// The same by another name.
    public DecisionTest named(String other) {
        return new DecisionTest(other, asked, wanted);
    }

    /// A name that is not too long, with all of its end.
    public static String shortName(String start, String end) {
        int room = LONGEST - end.length();
        return (start.length() <= room ? start : start.substring(0, room)) + end;
    }

    /// What is expected, in words.
    public String expected() {
        return String.join("; ", wanted.words());
    }

    /// Who asks.
    public sealed interface Who {
        UserId user();

        /// Somebody of the data, in the segments the data says.
        record Known(UserId user) implements Who {}

        /// Somebody without history who is in these segments.
        ///
        /// @param user what rollouts and the holdout go by
        record Invented(UserId user, List<SegmentId> segments) implements Who {
            public Invented {
                segments = List.copyOf(segments);
            }
        }
    }

    /// What is asked.
    ///
    /// @param at the time that is looked at if empty
    public record Asked(Who who, Optional<Instant> at, RequestContext context) {}

    /// Which offer is expected.
    public sealed interface WantedOffer {
        record Any() implements WantedOffer {}

        record None() implements WantedOffer {}

        record Code(String code) implements WantedOffer {}

        /// All of several, whatever others there are.
        record Codes(List<String> codes) implements WantedOffer {
            public Codes {
                codes = List.copyOf(codes);
                Require.that(codes.size() > 1, "Several offers are at least two");
            }
        }

        /// None, one or several.
        static WantedOffer of(List<String> codes) {
            return switch (codes.size()) {
                case 0 -> new None();
                case 1 -> new Code(codes.getFirst());
                default -> new Codes(codes);
            };
        }
    }

    /// What is expected; what is not said is not checked.
    ///
    /// @param shown  on the list
    /// @param hidden not on the list
    /// @param fires  rules that take part
    /// @param idle   rules that do not
    public record Wanted(
            WantedOffer offer, List<ItemId> shown, List<ItemId> hidden, List<RuleId> fires, List<RuleId> idle) {
        public Wanted {
            shown = List.copyOf(shown);
            hidden = List.copyOf(hidden);
            fires = List.copyOf(fires);
            idle = List.copyOf(idle);
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            switch (offer) {
                case WantedOffer.Any ignored -> {}
                case WantedOffer.None ignored -> words.add("no offer");
                case WantedOffer.Code wanted -> words.add("the offer " + wanted.code());
                case WantedOffer.Codes wanted -> words.add("the offers " + String.join(", ", wanted.codes()));
            }
            shown.forEach(item -> words.add(item + " on the list"));
            hidden.forEach(item -> words.add(item + " not on the list"));
            fires.forEach(rule -> words.add(rule + " fires"));
            idle.forEach(rule -> words.add(rule + " does not fire"));
            return words;
        }
    }
}
