package app.attune.segments.text;

import java.util.List;

/// Every form of the text of conditions, each with an example that reads as it stands and is written so.
public final class TextForms {
    /// What can be written, words in capitals standing for something of your own.
    public record Form(String form, String example) {}

    /// Forms of one kind.
    public record Group(String title, List<Form> forms) {
        public Group {
            forms = List.copyOf(forms);
        }
    }

    private static final Group GROUPS = new Group(
            "Groups have their rows below them, indented further:",
            List.of(
                    form("all of", "all of\n  country is \"DE\"\n  age is at least 18"),
                    form("any of", "any of\n  country is \"DE\"\n  segment newsletter"),
                    form("none of", "none of\n  country is \"DE\""),
                    form("# COMMENT, on a line above", "# Agreed with Ada\ncountry is \"DE\""),
                    form("muted ROW or GROUP, which is not asked", "muted country is \"DE\""),
                    form("locked ROW or GROUP, which is not edited", "locked country is \"DE\"")));

    private static final Group PEOPLE = new Group(
            "Rows about the user:",
            List.of(
                    form("ATTRIBUTE COMPARISON", "country is \"DE\""),
                    form("id is one of ID, ID", "id is one of \"u1\", \"u2\""),
                    form("segment ID", "segment newsletter"),
                    form("consent to PURPOSE", "consent to email"),
                    form("no consent to PURPOSE", "no consent to email"),
                    form("random part PERCENT to PERCENT of \"TEXT\"", "random part 0% to 10% of \"test\""),
                    form("top PERCENT by ATTRIBUTE", "top 10% by age"),
                    form("bottom PERCENT by MEASURE", "bottom 5% by count of view in the last 30 days")));

    private static final Group MEASURES = new Group(
            "Rows about events, MEASURE COMPARISON:",
            List.of(
                    form("count of EVENTS", "count of purchase is at least 3"),
                    form("sum of FIELD of EVENTS", "sum of value of purchase is more than 100"),
                    form("average FIELD of EVENTS", "average value of purchase is at most 20"),
                    form("smallest FIELD of EVENTS", "smallest value of purchase is less than 5"),
                    form("largest FIELD of EVENTS", "largest value of purchase is at least 50"),
                    form("first FIELD of EVENTS", "first value of purchase is at least 50"),
                    form("last FIELD of EVENTS", "last value of purchase is at least 50"),
                    form("first text of FIELD of EVENTS", "first text of campaign of view is \"spring\""),
                    form("last text of FIELD of EVENTS", "last text of campaign of view is \"spring\""),
                    form("different FIELD of EVENTS", "different item of view is at least 5"),
                    form("days since last EVENTS", "days since last purchase is more than 30"),
                    form("days since first EVENTS", "days since first view is at most 7"),
                    form("days with EVENTS", "days with view is at least 4"),
                    form("sessions with EVENTS", "sessions with view is at least 3"),
                    form(
                            "longest session in minutes with EVENTS",
                            "longest session in minutes with view is at least 20"),
                    form("most events in a session with EVENTS", "most events in a session with view is at least 9"),
                    form("most events of one item with EVENTS", "most events of one item with view is at least 3"),
                    form("most frequent item of EVENTS", "most frequent item of view is \"Tent Alto\""),
                    form("steps of EVENTS then EVENTS", "steps of view then cart then purchase is at least 2"),
                    form(
                            "steps of EVENTS then EVENTS in all within SPAN",
                            "steps of view then purchase in all within 7 days is 2"),
                    form(
                            "steps of EVENTS then EVENTS each within SPAN",
                            "steps of view then cart each within 2 hours is 1"),
                    form(
                            "steps of EVENTS then EVENTS each at any time",
                            "steps of view then cart each at any time is 1")));

    private static final Group EVENTS = new Group(
            "EVENTS, and what may follow them:",
            List.of(
                    form("TYPE or TYPE", "count of view or cart is at least 1"),
                    form("any event", "count of any event is at least 1"),
                    form(
                            "where FIELD COMPARISON and FIELD COMPARISON",
                            "count of purchase where value is at least 20 and item is \"tent\" is 1"),
                    form("followed by EVENTS", "count of view followed by purchase is at least 1"),
                    form(
                            "not followed by EVENTS within SPAN",
                            "count of view not followed by purchase within 24 hours is at least 1"),
                    form("preceded by EVENTS", "count of purchase preceded by view within 30 minutes is at least 1"),
                    form("not preceded by EVENTS", "count of purchase not preceded by view is at least 1"),
                    form("in the last SPAN", "count of view in the last 30 days is at least 1"),
                    form("before the last SPAN", "count of view before the last 4 weeks is at least 1"),
                    form(
                            "from TIME to before TIME",
                            "count of view from 2026-01-01 to before 2026-02-01T09:30:00Z is at least 1"),
                    form("since last EVENTS", "count of view since last purchase is at least 1")));

    private static final Group COMPARISONS = new Group(
            "COMPARISON:",
            List.of(
                    form("is VALUE", "age is 30"),
                    form("is one of VALUE, VALUE", "country is one of \"DE\", \"AT\""),
                    form("is not VALUE", "country is not \"DE\""),
                    form("is at least NUMBER", "age is at least 18"),
                    form("is at most NUMBER", "age is at most 65"),
                    form("is more than NUMBER", "age is more than 17"),
                    form("is less than NUMBER", "age is less than 66"),
                    form("is between VALUE and VALUE", "age is between 18 and 65"),
                    form("contains TEXT", "city contains \"burg\""),
                    form("starts with TEXT", "city starts with \"Ham\""),
                    form("is missing", "city is missing"),
                    form("is known", "city is known"),
                    form("COMPARISON or missing", "country is \"DE\" or missing")));

    private TextForms() {}

    private static Form form(String form, String example) {
        return new Form(form, example);
    }

    /// All there are.
    public static List<Group> all() {
        return List.of(GROUPS, PEOPLE, MEASURES, EVENTS, COMPARISONS);
    }
}
