package app.attune.rules.versions;

import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.Rule;
import app.attune.rules.RuleService;
import app.attune.rules.VersionName;
import app.attune.rules.versions.RuleReview.Word;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VersionMarksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private final RuleService rules = new RuleService(new FakeRuleStore(), CLOCK);
    private final VersionMarks marks = new VersionMarks(new FakeMarkStore(), rules, CLOCK);
    private final Rule a = rule("a", offer("A"));
    private final Rule b = rule("b", offer("B"));

    private List<Rule> notApproved() {
        return marks.approvals().notApproved(rules.program());
    }

    private static String problem(Runnable work) {
        return assertThrows(ProblemException.class, work::run).problem().code();
    }

    @Test
    void aTagNamesJustOneVersionAndCanBeUsedInItsPlace() {
        rules.save(List.of(a), "me", "");
        rules.save(List.of(a, b), "me", "");
        VersionName name = VersionName.typed("black-friday-2026");
        marks.tag(name, 1, "Ada");
        assertEquals(1, marks.version("black-friday-2026"));
        assertEquals(2, marks.version("2"));
        assertEquals("rules.tag-exists", problem(() -> marks.tag(name, 2, "Ada")));
        marks.removeTag(name);
        marks.tag(name, 2, "Ada");
        assertEquals(2, marks.version("black-friday-2026"));
        assertEquals("rules.unknown-version", problem(() -> marks.version("never")));
        assertEquals("rules.unknown-version", problem(() -> marks.tag(VersionName.typed("x"), 9, "Ada")));
        assertEquals("rules.bad-name", problem(() -> marks.tag(VersionName.typed("7"), 1, "Ada")));
        assertEquals("rules.bad-name", problem(() -> VersionName.typed("Black Friday")));
    }

    @Test
    void aLaterChangeOfARuleTakesItsApprovalAwayAndOnlyIts() {
        rules.save(List.of(a, b), "me", "");
        assertEquals(List.of(a, b), notApproved());
        marks.review(1, Word.ASKED, "me", "");
        assertEquals(List.of(a, b), notApproved(), "asking is not approving");
        marks.review(1, Word.APPROVED, "Ada", "as agreed");
        assertEquals(List.of(), notApproved());
        Rule other = a.withTreatment(offer("OTHER"));
        rules.save(List.of(other, b), "me", "");
        assertEquals(List.of(other), notApproved());
        rules.save(List.of(a, b), "me", "");
        assertEquals(List.of(), notApproved(), "what was approved is so again");
    }

    @Test
    void activatingAnApprovedDraftKeepsItsApproval() {
        rules.save(List.of(a.withStatus(Rule.Status.REVIEW)), "me", "");
        marks.review(1, Word.APPROVED, "Ada", "");
        rules.save(List.of(a), "me", "");
        assertEquals(List.of(), notApproved());
        assertTrue(marks.approvals().isApproved(a));
    }

    @Test
    void theLastVerdictOnAContentCounts() {
        rules.save(List.of(a), "me", "");
        marks.review(1, Word.APPROVED, "Ada", "");
        rules.save(List.of(a, b), "me", "");
        marks.review(2, Word.CHANGES_WANTED, "Bo", "a is too dear");
        assertEquals(List.of(a, b), notApproved());
        assertEquals(
                "changes wanted by Bo: a is too dear",
                ReviewWords.newest(2, marks.reviews()).orElseThrow());
        assertEquals("rules.no-comment", problem(() -> marks.review(2, Word.CHANGES_WANTED, "Bo", " ")));
        assertEquals("rules.no-reviewer", problem(() -> marks.review(2, Word.APPROVED, " ", "")));
        assertEquals("rules.unknown-version", problem(() -> marks.review(9, Word.APPROVED, "Bo", "")));
    }
}
