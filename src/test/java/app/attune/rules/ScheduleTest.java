package app.attune.rules;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Schedule span(String from, String to) {
        return new Schedule(
                BERLIN,
                Optional.of(LocalDateTime.parse(from)),
                Optional.of(LocalDateTime.parse(to)),
                Set.of(),
                Optional.empty());
    }

    private static Schedule hours(String from, String to, DayOfWeek... days) {
        return new Schedule(
                BERLIN,
                Optional.empty(),
                Optional.empty(),
                Set.of(days),
                Optional.of(new Schedule.Hours(LocalTime.parse(from), LocalTime.parse(to))));
    }

    private static boolean runs(Schedule schedule, String at) {
        return schedule.isRunning(Instant.parse(at));
    }

    @Test
    void theStartBelongsToItAndTheEndDoesNot() {
        Schedule schedule = span("2026-11-27T00:00", "2026-12-01T00:00");
        assertFalse(runs(schedule, "2026-11-26T22:59:59.999Z"));
        assertTrue(runs(schedule, "2026-11-26T23:00:00Z"));
        assertTrue(runs(schedule, "2026-11-30T22:59:59.999Z"));
        assertFalse(runs(schedule, "2026-11-30T23:00:00Z"));
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBeganOn() {
        Schedule fridays = hours("22:00", "02:00", DayOfWeek.FRIDAY);
        assertTrue(runs(fridays, "2026-11-27T21:00:00Z"), "Friday 22:00");
        assertTrue(runs(fridays, "2026-11-28T00:59:59Z"), "Saturday 01:59:59");
        assertFalse(runs(fridays, "2026-11-28T01:00:00Z"), "Saturday 02:00");
        assertFalse(runs(fridays, "2026-11-28T21:00:00Z"), "Saturday 22:00");
        assertFalse(runs(fridays, "2026-11-27T00:30:00Z"), "Friday 01:30, of Thursday's window");
    }

    @Test
    void anHourThatIsSkippedDoesNotHappenAndOneThereIsTwiceHappensTwice() {
        Schedule small = hours("02:00", "03:00");
        assertFalse(runs(small, "2026-03-29T00:59:59Z"), "01:59:59 before the change");
        assertFalse(runs(small, "2026-03-29T01:00:00Z"), "03:00 after it");
        assertTrue(runs(small, "2026-10-25T00:30:00Z"), "02:30 for the first time");
        assertTrue(runs(small, "2026-10-25T01:30:00Z"), "02:30 for the second time");
        assertFalse(runs(small, "2026-10-25T02:00:00Z"), "03:00");
    }

    @Test
    void endsAtTimesThatAreSkippedOrThereTwiceAreSingleInstants() {
        Schedule spring = span("2026-03-29T02:30", "2026-10-25T02:30");
        assertEquals(Optional.of(Instant.parse("2026-03-29T01:30:00Z")), spring.start(), "03:30 on the new clock");
        assertEquals(Optional.of(Instant.parse("2026-10-25T00:30:00Z")), spring.end(), "the first 02:30");
        assertFalse(runs(spring, "2026-10-25T01:15:00Z"), "02:15 for the second time is after the end");
    }

    @Test
    void edgesAreOnBothSidesOfEveryStartAndEnd() {
        Schedule schedule = new Schedule(
                BERLIN,
                Optional.of(LocalDateTime.parse("2026-11-27T00:00")),
                Optional.of(LocalDateTime.parse("2026-12-24T00:00")),
                Set.of(DayOfWeek.SATURDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        List<Instant> edges = schedule.edges(Instant.parse("2020-01-01T00:00:00Z"));
        for (String edge : List.of("2026-11-26T23:00:00Z", "2026-11-28T08:00:00Z", "2026-11-28T16:00:00Z")) {
            Instant instant = Instant.parse(edge);
            assertTrue(edges.contains(instant) && edges.contains(instant.minusMillis(1)), edge + " in " + edges);
        }
        assertEquals(
                Optional.of(Instant.parse("2026-11-28T08:00:00Z")),
                schedule.running(Instant.parse("2020-01-01T00:00:00Z")));
        assertEquals(List.of(), Schedule.always().edges(Instant.EPOCH));
    }

    @Test
    void aRuleOutsideItsScheduleIsInactiveForThatReason() {
        Rule rule = rule("r", boost(2, "a"))
                .withLimits(RuleLimits.none().withSchedule(span("2026-11-27T00:00", "2026-12-01T00:00")));
        for (String at : List.of("2026-11-26T23:00:00Z", "2026-11-26T22:59:59Z")) {
            RuleCase asked = new RuleCase(
                    new UserId("u"),
                    Rulebook.MEMBER,
                    Personalisation.ALLOWED,
                    Instant.parse(at),
                    RequestContext.none());
            RulePlan plan = RuleEngine.plan(RuleProgram.of(List.of(rule)), asked, ItemAttributes.none());
            boolean on = at.contains("T23");
            assertEquals(on ? 1 : 0, plan.itemRules().size());
            assertEquals(
                    on ? Optional.empty() : Optional.of(RuleTrace.inactive(rule, RuleTrace.Cause.SCHEDULE)),
                    Optional.ofNullable(plan.settled().get(rule.id())));
        }
    }

    @Test
    void schedulesSurviveTheRoundTripAndAreSaidInWords() {
        Schedule schedule = new Schedule(
                BERLIN,
                Optional.of(LocalDateTime.parse("2026-11-27T00:00")),
                Optional.empty(),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                Optional.of(new Schedule.Hours(LocalTime.of(22, 0), LocalTime.of(2, 0))));
        Rule rule = rule("a", offer("A")).withLimits(RuleLimits.none().withSchedule(schedule));
        assertEquals(List.of(rule), RuleJson.read(Json.write(RuleJson.write(List.of(rule))), "rules.json"));
        assertEquals(
                "IF a user is in all THEN offer A (Text of A), from 27 Nov 2026 00:00 on Mon, Fri between 22:00 and 02:00"
                        + " (Europe/Berlin)",
                RuleSentence.plain().of(rule));
    }

    @Test
    void whatIsNoScheduleIsNamedWithItsPlaceAndForm() {
        assertEquals(
                "Can't read rules.json, rule 1, schedule: the zone \"Europe/Berln\" is not known; zones are such as"
                        + " Europe/Berlin.",
                problem("{\"zone\":\"Europe/Berln\"}"));
        assertEquals(
                "Can't read rules.json, rule 1, schedule: \"from\" is \"tomorrow\" and not a date and time such as"
                        + " 2026-11-27T08:00.",
                problem("{\"zone\":\"UTC\",\"from\":\"tomorrow\"}"));
        assertEquals(
                "Can't read rules.json, rule 1, schedule: A schedule ends after it starts: from 2026-11-27T08:00 to"
                        + " 2026-11-27T08:00.",
                problem("{\"zone\":\"UTC\",\"from\":\"2026-11-27T08:00\",\"to\":\"2026-11-27T08:00\"}"));
        assertEquals(
                "Can't read rules.json, rule 1, schedule, hours: they need \"from\" and \"to\".",
                problem("{\"zone\":\"UTC\",\"hours\":{\"from\":\"08:00\"}}"));
    }

    private static String problem(String schedule) {
        String text = """
                {"format":2,"rules":[{"id":"a","name":"A","segment":"s","status":"active","schedule":%s,
                 "then":{"do":"offer","code":"X","text":""}}]}""".formatted(schedule);
        return assertThrows(ProblemException.class, () -> RuleJson.read(text, "rules.json"))
                .problem()
                .message();
    }
}
