package app.attune.segments.rfm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Progress;
import app.attune.events.EventsFixture;
import app.attune.profiles.Population;
import app.attune.segments.Comparison;
import app.attune.segments.ConditionCounts;
import app.attune.segments.EventCondition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Measure;
import app.attune.segments.MeasuredUsers;
import app.attune.segments.SegmentService;
import app.attune.segments.Window;
import app.attune.segments.rfm.RfmService.Wish;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Recency, frequency and money of the customers of CDNOW, beside the published summary of every tenth of them and
/// beside the file of purchases itself.
///
/// The summary has 2,357 of the 23,570 customers and numbers them anew. Its columns are defined as Fader, Hardie and
/// Lee 2005, "Counting Your Customers" the Easy Way, Marketing Science 24(2), defines them, up to the end of
/// 1997-09-30:
///
/// - `frequency`: repeat purchases, of which there is at most one a day: different days less one. The grid counts
///   purchases, the first and those of one day included, so that days are asked for as a measure of their own.
/// - `recency`: weeks from the first day to the last. The grid counts the days since the last purchase.
/// - `T`: weeks from the first day to 1997-09-30.
///
/// It has no money; that is compared with the sums of the file of purchases.
@Tag("conformance")
final class CdnowConformanceTest {
    private static final Path DATA = Path.of(System.getProperty("attune.shared", "../shared"))
            .resolve("data")
            .resolve("cdnow");
    private static final Instant END = Instant.parse("1997-10-01T00:00:00Z");
    private static final double HALF_A_HUNDREDTH = 0.00501;

    /// One customer as the summary tells it.
    private record Summary(int frequency, double recency, double age) {
        boolean is(Summary other) {
            return frequency == other.frequency
                    && Math.abs(recency - other.recency) < HALF_A_HUNDREDTH
                    && Math.abs(age - other.age) < HALF_A_HUNDREDTH;
        }
    }

    /// One line of the file of purchases.
    private record Purchase(String customer, Instant day, double value) {}

    @Test
    void customersAreMeasuredAsTheSummaryAndTheFileSay() throws IOException {
        try (EventsFixture events = new EventsFixture()) {
            events.importGuessed(DATA.resolve("CDNOW_master.txt.gz"));
            Population people = events.people();
            SegmentService segments = new SegmentService(new FakeSegmentStore(), progress -> people, Clock.systemUTC());
            assertSummary(people);
            assertSegments(segments);
            assertMoney(people, segments);
        }
    }

    private static double[] measured(Population people, Measure measure) {
        EventCondition row = RfmService.measured("purchase", measure);
        int[] users = IntStream.range(0, people.events().userCount()).toArray();
        return MeasuredUsers.of(row, new ConditionCounts.At(people, END), users, Progress.none());
    }

    /// The summary goes by first day, and among customers of one day by number: so each is found after the one before.
    private static void assertSummary(Population people) throws IOException {
        double[] days = measured(people, new Measure.ActiveDays());
        double[] first = measured(people, new Measure.DaysSinceFirst());
        double[] last = measured(people, new Measure.DaysSinceLast());
        List<Integer> users = IntStream.range(0, days.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer user) -> -first[user])
                        .thenComparing(user -> people.events().users().text(user)))
                .toList();
        Iterator<Integer> left = users.iterator();
        int found = 0;
        for (Summary wanted : summary()) {
            boolean there = false;
            while (!there && left.hasNext()) {
                int user = left.next();
                there = wanted.is(
                        new Summary((int) days[user] - 1, (first[user] - last[user]) / 7, (first[user] - 1) / 7));
            }
            assertEquals(true, there, "after " + found + " comes " + wanted);
            found++;
        }
        assertEquals(2_357, found);
    }

    private static List<Summary> summary() throws IOException {
        return lines("cdnow_customers_summary.csv.gz").stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Summary(
                        Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])))
                .toList();
    }

    /// Who bought again, as a row of a segment asks it.
    private static void assertSegments(SegmentService segments) throws IOException {
        Map<String, Long> days = purchases().stream()
                .filter(one -> one.day().isBefore(END))
                .collect(Collectors.groupingBy(
                        Purchase::customer,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Purchase::day, Collectors.toSet()), set -> (long) set.size())));
        for (int again : List.of(1, 2, 5, 10)) {
            EventCondition row = new EventCondition(
                    List.of("purchase"),
                    List.of(),
                    new Measure.ActiveDays(),
                    new Window.AllTime(),
                    Comparison.AT_LEAST,
                    List.of("" + (again + 1)));
            assertEquals(
                    days.values().stream().filter(n -> n > again).count(),
                    segments.audience(row, END, Progress.none()).size(),
                    "at least " + again + " repeat purchases");
        }
    }

    /// Cell by cell, with the purchases of one day counted one by one.
    private static void assertMoney(Population people, SegmentService segments) throws IOException {
        Wish wish = new Wish(
                RfmAxes.RECENCY_FREQUENCY, Optional.of(Cuts.read("60, 150, 200")), Optional.of(Cuts.read("1, 2, 5")));
        RfmGrid grid = new RfmService(segments).grid(wish, END, Progress.none());
        Map<String, List<Purchase>> bought = purchases().stream()
                .filter(one -> one.day().isBefore(END))
                .collect(Collectors.groupingBy(Purchase::customer));
        assertEquals(23_570, bought.size());
        assertEquals(bought.size(), grid.buyers());
        int[] users = new int[grid.cells().size()];
        double[] money = new double[grid.cells().size()];
        Map<String, Double> sums = new TreeMap<>();
        bought.forEach((customer, all) -> {
            Instant newest = all.stream()
                    .map(Purchase::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            long days = Duration.between(newest, END).toDays();
            int cell = grid.rows().band((double) days) * grid.columns().bands()
                    + grid.columns().band(all.size());
            double sum = all.stream().mapToDouble(Purchase::value).sum();
            users[cell]++;
            money[cell] += sum;
            sums.put(customer, sum);
        });
        for (int i = 0; i < users.length; i++) {
            assertEquals(users[i], grid.cells().get(i).size(), "cell " + i);
            assertEquals(money[i], grid.cells().get(i).revenue(), 0.005, "cell " + i);
        }
        double[] values = measured(people, new Measure.Sum("value"));
        sums.forEach((customer, sum) ->
                assertEquals(sum, values[people.events().users().find(customer).orElseThrow()], 0.005, customer));
    }

    private static List<Purchase> purchases() throws IOException {
        List<Purchase> purchases = new ArrayList<>();
        for (String line : lines("CDNOW_master.txt.gz").stream().skip(1).toList()) {
            String[] cells = line.strip().split(" +");
            Instant day = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            purchases.add(new Purchase(cells[0], day, Double.parseDouble(cells[3])));
        }
        return purchases;
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve(name))), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
