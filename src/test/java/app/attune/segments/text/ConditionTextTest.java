package app.attune.segments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Seeds;
import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.ConditionJson;
import app.attune.segments.ConditionSentence;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldTest;
import app.attune.segments.Mark;
import app.attune.segments.MarkedCondition;
import app.attune.segments.Measure;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import app.attune.segments.UserListCondition;
import app.attune.segments.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConditionTextTest {
    /// More with `-Dattune.texts=10000`.
    private static final int TREES = Integer.getInteger("attune.texts", 300);

    private static final String EXAMPLE = """
            all of
              country is one of "DE", "AT"
              count of purchase where value is at least 20 in the last 30 days is at least 3
              none of
                segment newsletter
            """;

    @Test
    void whatIsWrittenReadsAsAnEqualConditionAndIsWrittenTheSameAgain() {
        RandomTrees trees = new RandomTrees(Seeds.stream(11, "text"));
        for (int i = 0; i < TREES; i++) {
            Condition condition = i % 2 == 0 ? trees.next() : trees.nextMarked();
            String text = ConditionText.write(condition);
            Condition read = ConditionText.read(text);
            assertEquals(condition, read, text);
            assertEquals(text, ConditionText.write(read));
            assertEquals(
                    ConditionText.readShown("\uFEFF" + ConditionJson.write(condition)),
                    ConditionText.readShown("\uFEFF" + text),
                    text);
        }
    }

    @Test
    void anExampleSaysWhatItSeemsToSay() {
        Condition condition = new AllOf(List.of(
                new AttributeCondition("country", Comparison.IS, List.of("DE", "AT")),
                new EventCondition(
                        List.of("purchase"),
                        List.of(new FieldTest("value", Comparison.AT_LEAST, List.of("20"))),
                        new Measure.Count(),
                        new Window.Last(30, Window.Unit.DAYS),
                        Comparison.AT_LEAST,
                        List.of("3")),
                new NoneOf(List.of(new SegmentCondition(new SegmentId("newsletter"))))));
        assertEquals(EXAMPLE, ConditionText.write(condition));
        assertEquals(condition, ConditionText.read(EXAMPLE));
    }

    @Test
    void wordsMayBeLeftOutCapitalsTabsAndContinuedLinesDoNotMatter() {
        String loose = """
                \uFEFF
                ALL OF
                \t\tcountry is DE, AT

                \t\tcount of purchase
                \t\t\twhere value at least 20
                \t\t\tin the last 30 day
                \t\t\tat least "3"
                \t\tNone of\r
                \t\t\tsegment "newsletter"
                """;
        assertEquals(EXAMPLE, ConditionText.write(ConditionText.read(loose)));
    }

    @Test
    void textsSessionsAndWhatHappenedSinceStandInTextAndSentence() {
        String text = """
                all of
                  last text of campaign of view in the last 7 days is one of "a", "b"
                  sessions with view in the last 7 days is at least 3
                  longest session in minutes with any event is at most 20 or missing
                  most events in a session with view since last purchase where value is at least 5 is more than 4
                """;
        Condition condition = ConditionText.read(text);
        assertEquals(text, ConditionText.write(condition));
        assertEquals(
                "Users whose last campaign of view events in the last 7 days is a or b, and with at least 3 sessions with view events in the last 7 days, and whose longest session with"
                        + " events, in minutes, is at most 20 or is unknown, and whose largest number of view events"
                        + " since the last purchase event whose value is at least 5 in one session is more than 4",
                ConditionSentence.byId().of(condition));
    }

    @Test
    void remarksAreTheCommentsOfThePartsBelowThem() {
        String marked = """
                # Agreed with Ada
                #
                # until spring
                all of
                  # "tab\\there"
                  muted locked country is "DE"
                  # not yet: "a" # b
                  locked any of
                """;
        AllOf group = new AllOf(List.of(
                new MarkedCondition(
                        new AttributeCondition("country", Comparison.IS, List.of("DE")),
                        Set.of(Mark.MUTED, Mark.LOCKED),
                        "tab\there"),
                new MarkedCondition(new AnyOf(List.of()), Set.of(Mark.LOCKED), "not yet: \"a\" # b")));
        Condition condition = new MarkedCondition(group, Set.of(), "Agreed with Ada\n\nuntil spring");
        assertEquals(condition, ConditionText.read(marked));
        assertEquals(marked, ConditionText.write(condition));
        String beside = "all of # Agreed with Ada\n  # one\n  country is # two\n    # three\n    DE # four";
        assertEquals(
                "# Agreed with Ada\nall of\n  # one\n  # two\n  # three\n  # four\n  country is \"DE\"\n",
                ConditionText.write(ConditionText.read(beside)));
    }

    @Test
    void whatIsNotFinishedYetIsKeptAsItIs() {
        List<Condition> odd = List.of(
                new AttributeCondition("", Comparison.IS, List.of()),
                new AttributeCondition("all of", Comparison.IS_NOT, List.of("", "a\"b\\\n\u2028#\ud800 \u00a0", "or")),
                new AttributeCondition("Count", Comparison.BETWEEN, List.of("1")),
                new AttributeCondition("größe", Comparison.AT_LEAST, List.of("1", "2", "3")),
                new AttributeCondition("1st", Comparison.IS_MISSING, List.of("x")),
                new UserListCondition(UserListCondition.Listed.IS_NOT, List.of()),
                new AnyOf(List.of()));
        for (Condition one : odd) {
            String text = ConditionText.write(new AllOf(List.of(one)));
            assertEquals(new AllOf(List.of(one)), ConditionText.read(text), text);
        }
    }

    @Test
    void aListThatIsTooLongForALineHasALineForEachValue() {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "user" + i).toList();
        Condition listed = new NoneOf(List.of(new UserListCondition(UserListCondition.Listed.IS, ids)));
        String text = ConditionText.write(listed);
        assertTrue(text.contains("\n      \"user7\",\n"), text);
        assertEquals(listed, ConditionText.read(text));
    }

    @Test
    void problemsNameLineAndColumnAndWhatToDo() {
        assertProblem("all of\n  country iz \"DE\"", "line 2, column 11", "iz", "Did you mean \"is\"?");
        assertProblem("country is \"DE", "line 1, column 12", "not closed", "Close it");
        assertProblem(
                "count of view not folowed by purchase is 1",
                "line 1, column 19",
                "\"folowed\"",
                "Did you mean \"not followed by\"?");
        assertProblem("count of view is les than 1", "line 1, column 18", "\"les\"", "Did you mean \"is less than\"?");
        assertProblem("count of view les than 1", "line 1, column 15", "\"les\"", "Did you mean \"less than\"?");
        assertProblem("age is at leest 1", "line 1, column 11", "\"leest\"", "Did you mean \"is at least\"?");
        assertProblem(
                "city is Knowne Street",
                "line 1, column 9",
                "\"Knowne\"",
                "Did you mean \"is known\"? Names with blanks and names that are words of the language stand in"
                        + " quotation marks, texts always.");
        assertProblem("age is betwen 1 and 2", "line 1, column 8", "\"betwen\"", "Did you mean \"is between\"?");
        assertProblem(
                "sum of value of buy where value is les than 5 is 1", "column 36", "\"les\"", "mean \"is less than\"?");
        assertProblem("age not 3", "line 1, column 5", "\"not\"", "Names with blanks");
        assertProblem("age", "line 1, column 4", "the row ends", "grammar lists all forms.");
        assertProblem("country is “DE or”", "line 1, column 16", "end of the row", "straight quotation marks");
        assertProblem("country contains", "line 1, column 17", "a value is expected", "Write it after");
        assertProblem("country is missing 3", "line 1, column 20", "end of the row", "");
        assertProblem("count of view in the last 3 dayz is 1", "line 1, column 29", "unit of time", "minutes, hours");
        assertProblem("count of view in the last 0 days is 1", "line 1, column 27", "whole number", "30 days");
        assertProblem("count of view from 2026-1 to before 2026-02-01 is 1", "line 1, column 20", "a time", "as 2026");
        assertProblem("top 101% by age", "line 1, column 5", "percentage", "10%");
        assertProblem("segment \"A B\"", "line 1, column 9", "id of a segment", "small letters");
        assertProblem("id contains \"a\"", "line 1", "after \"id\"", "quotation marks");
        assertProblem("all of\n    a is 1\n  b is 2", "line 3, column 3", "indented by 2", "below each other");
        assertProblem("a is 1\nb is 2", "line 2, column 1", "second condition", "all of");
        assertProblem(" \n# nothing", "line 2, column 1", "no row", "muted before it");
        assertProblem("all of\n  a is 1\n  # b is 2\nc is 3", "line 3, column 3", "no row", "muted before it");
        assertProblem(" \n", "line 1, column 1", "nothing", "Write a row");
        assertProblem("all of them", "line 1, column 8", "end of the line", "");
        assertProblem(nested(40), "line 34, column 34", "nested", "Take inner groups out");
    }

    @Test
    void bareValuesThatAreNearAPhraseAreValues() {
        assertEquals("state is \"mising\"\n", ConditionText.write(ConditionText.read("state is mising")));
        assertEquals("state is \"les\"\n", ConditionText.write(ConditionText.read("state is les")));
    }

    @Test
    void anOfBeforeTheFieldMayBeWrittenOrNot() {
        for (String statistic : List.of("average", "smallest", "largest", "first", "last")) {
            String text = statistic + " value of purchase is at least 1\n";
            assertEquals(text, ConditionText.write(ConditionText.read(text.replace(" value", " of value"))));
        }
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("all of\n");
        }
        return text.toString();
    }

    @Test
    void damagedTextsAreReadOrRefusedButNeverBreakTheReader() {
        SplittableRandom random = Seeds.stream(12, "damage");
        RandomTrees trees = new RandomTrees(random);
        int refused = 0;
        for (int i = 0; i < TREES; i++) {
            String text = damaged(ConditionText.write(trees.nextMarked()), random);
            try {
                Condition read = ConditionText.read(text);
                assertEquals(read, ConditionText.read(ConditionText.write(read)), text);
            } catch (ProblemException e) {
                assertEquals("segments.unreadable-text", e.problem().code());
                refused++;
            }
        }
        assertTrue(refused > TREES / 3, "Only " + refused + " were refused");
    }

    @Test
    void theErrorCarriesItsPlace() {
        TextReading found = ConditionText.readingShown("all of\n  country iz \"line 7, column 9\"");
        TextReading.Unreadable wrong = assertInstanceOf(TextReading.Unreadable.class, found);
        assertEquals(new TextPlace(2, 11), wrong.place());
        assertEquals("Did you mean \"is\"?", wrong.problem().remedy());
    }

    private static String damaged(String text, SplittableRandom random) {
        String letters = "\"#\\,()#%\n\t \u00a0\ud800ux09aé";
        List<String> words = new ArrayList<>(List.of(text.split("(?<=[ \n])")));
        for (int n = random.nextInt(4); n >= 0 && words.size() > 1; n--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 ->
                    words.set(
                            at,
                            words.get(at).substring(random.nextInt(words.get(at).length())));
                default -> words.add(at, "" + letters.charAt(random.nextInt(letters.length())));
            }
        }
        return String.join("", words);
    }

    private static void assertProblem(String text, String place, String why, String remedy) {
        Problem problem = assertThrows(ProblemException.class, () -> ConditionText.read(text), text)
                .problem();
        assertEquals("segments.unreadable-text", problem.code());
        String all = problem.message() + " / " + problem.remedy();
        assertTrue(problem.message().contains(place + ":") || !place.contains("column"), all);
        assertTrue(problem.message().contains(place), all);
        assertTrue(problem.message().contains(why), all);
        assertTrue(problem.remedy().contains(remedy), all);
    }
}
