package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFiltersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "IS, Ann@X.example, ann@x.example, true",
                "IS, ann, anna, false",
                "IS_NOT, web, app, true",
                "IS_NOT, web, WEB, false",
                "STARTS_WITH, TEST-, test-1, true",
                "ENDS_WITH, @ours.example, Bo@OURS.example, true",
                "ENDS_WITH, @ours.example, bo@hours.example, false",
                "CONTAINS, Intern, my internal shop, true",
                "MATCHES, test-\\d+, TEST-12, true",
                "MATCHES, test-\\d+, latest-12, false",
                "IS_EMPTY, '', '', true",
                "IS_EMPTY, '', x, false",
                "IS_FILLED, '', '', false",
                "IS_FILLED, '', x, true",
                "IN_RANGE, 10.0.0.0/8, 10.200.3.4, true",
                "IN_RANGE, 10.0.0.0/8, 11.0.0.1, false",
                "IN_RANGE, '10.0.0.5-10.0.0.9, 192.168.1.7', 10.0.0.9, true",
                "IN_RANGE, '10.0.0.5-10.0.0.9, 192.168.1.7', 192.168.1.7, true",
                "IN_RANGE, 10.0.0.5-10.0.0.9, 10.0.0.10, false",
                "IN_RANGE, 203.0.113.7/31, 203.0.113.6, true",
                "IN_RANGE, 2001:db8::/32, 2001:db8:1::7, true",
                "IN_RANGE, 2001:db8::/32, 10.0.0.1, false",
                "IN_RANGE, 0.0.0.0/0, shop.example, false",
                "IN_RANGE, 0.0.0.0/0, '', false"
            })
    void aValueIsTestedWithoutRegardToCapitals(RowFilter.Test test, String operand, String value, boolean left) {
        assertEquals(left, RowFilter.of("column", test, operand).matcher().test(value));
    }

    @ParameterizedTest
    @CsvSource({
        "IS, Paid, PAID, true",
        "IS_NOT, paid, open, true",
        "STARTS_WITH, C, c123, true",
        "STARTS_WITH, C, 123c, false",
        "ENDS_WITH, /done, /checkout/Done, true",
        "CONTAINS, checkout, /shop/Checkout/1, true",
        "MATCHES, /product/\\d+, /product/12, true",
        "MATCHES, product, /product/12, false",
        "IS_EMPTY, '', '', true",
        "IS_FILLED, '', x, true",
        "IS_FILLED, '', '', false",
        "AT_MOST, 0, '-1,5', true",
        "AT_MOST, 0, '0,5', false",
        "AT_MOST, 0, none, false",
        "AT_LEAST, 100, '1.000', true",
        "AT_LEAST, 100, '99,9', false"
    })
    void aRuleOfEventTypesTestsAsFiltersDo(TypeRule.Test test, String operand, String value, boolean holds) {
        assertEquals(
                holds,
                TypeRule.of("column", test, operand, "t")
                        .matcher(DecimalMark.COMMA)
                        .test(value));
    }

    @ParameterizedTest
    @CsvSource({
        "IS, '', purchase, nothing to compare with",
        "AT_MOST, many, purchase, many' is no number",
        "IS, paid, ' ', names no event type",
        "MATCHES, a(, purchase, a(' is no pattern at character"
    })
    void aRuleThatTestsNothingOrNamesNothingIsRefused(TypeRule.Test test, String operand, String type, String says) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> TypeRule.of("column", test, operand, type));
        assertTrue(refused.problem().message().contains(says), refused.problem()::message);
    }

    @ParameterizedTest
    @CsvSource({
        "MATCHES, test-(, test-(' is no pattern at character",
        "IN_RANGE, 10.0.0.0/40, 10.0.0.0/40' is no range",
        "IN_RANGE, 10.0.0.9-10.0.0.5, is no range",
        "IN_RANGE, localhost, localhost' is no range",
        "IN_RANGE, 300.1.1.1, is no range",
        "CONTAINS, ' ', The filter of email has nothing to compare with"
    })
    void aFilterThatCannotTestIsRefusedWithThePlace(RowFilter.Test test, String operand, String message) {
        Problem problem = assertThrows(ProblemException.class, () -> RowFilter.of("email", test, operand))
                .problem();
        assertEquals("mapping.bad-filter", problem.code());
        assertTrue(problem.message().contains(message), problem.message());
    }

    @Test
    void whatIsNothingIsEmpty() {
        assertEquals(
                new RowFilter("item", RowFilter.Test.IS_EMPTY, "", "no item"),
                new RowFilter("item", RowFilter.Test.IS, " ", "no item"));
    }

    @Test
    void filtersAreKeptInAMappingsFile() {
        Mapping mapping = Mapping.events(List.of(), "view")
                .withFilters(List.of(
                        RowFilter.of("email", RowFilter.Test.ENDS_WITH, "@ours.example"),
                        RowFilter.of("item", RowFilter.Test.IS_EMPTY, "")));
        assertEquals(mapping, Mapping.fromJson(mapping.toJson()));
        assertEquals(
                "Left out when email ends with @ours.example",
                mapping.filters().getFirst().sentence());
    }

    @Test
    void rowsAreLeftOutByTheFirstFilterThatFitsAndCountedByItsReason() throws IOException {
        Path file = EventsFixture.write(folder, """
                user_id,time,event,item_id
                test-1,2026-01-01,view,i1
                ann@shop.example,2026-01-01,view,i1
                test-2@shop.example,2026-01-01,view,i1
                ben@home.example,2026-01-01,heartbeat,i1
                ben@home.example,2026-01-01,view,preview-7
                ben@home.example,2026-01-01,heartbeats,i1
                """);
        List<RowFilter> filters = List.of(
                new RowFilter("user_id", RowFilter.Test.STARTS_WITH, "test-", "tester"),
                new RowFilter("user_id", RowFilter.Test.ENDS_WITH, "@shop.example", "staff"),
                new RowFilter("event", RowFilter.Test.IS, "heartbeat", "heartbeat"),
                new RowFilter("item_id", RowFilter.Test.CONTAINS, "view-", "preview"));
        try (EventsFixture events = new EventsFixture()) {
            FileFormat format = events.service.detect(file);
            Mapping mapping =
                    events.service.guess(events.service.preview(file, format)).withFilters(filters);
            ImportReport report = events.service.importFile(file, format, mapping, Progress.none());
            assertEquals(Map.of("tester", 2L, "staff", 1L, "heartbeat", 1L, "preview", 1L), report.filteredByReason());
            assertEquals(1, report.accepted());
            assertTrue(report.addsUp());
        }
    }
}
