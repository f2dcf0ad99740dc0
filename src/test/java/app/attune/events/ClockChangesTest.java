package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockChangesTest extends EventLogCase {
    private static final String HEADER = "user_id,time,event\n";

    @Test
    void timesTheClocksSkipOrShowTwiceAreCountedBothInTheCheckAndInTheImport() throws IOException {
        Path file = EventsFixture.write(
                folder,
                HEADER + "a,2025-03-30 01:59:59,view\n" + "a,2025-03-30 02:00:00,view\n".repeat(9)
                        + "b,2025-03-30 02:59:59,view\nb,2025-03-30 03:00,view\n"
                        + "b,2025-10-26 01:59,view\nb,2025-10-26 02:00,view\n c ,2025-10-26T02:30,view\n"
                        + "c,2025-10-26 02:30+02:00,view\nc,2025-10-26 03:00,view\nc,2025-10-26 02:10,\n");
        FileFormat format = events.service.detect(file);
        Mapping mapping = in("Europe/Berlin", events.service.guess(events.service.preview(file, format)));
        List<Problem> said = events.service.check(file, format, mapping, Progress.none()).report().findings().stream()
                .filter(finding -> finding.code().endsWith("-times"))
                .toList();
        assertEquals(
                List.of(
                        "10 times fall in the hour from 02:00 to 03:00 that the clocks skip on 30 Mar 2025 in"
                                + " Europe/Berlin: read as one hour later, 02:00 as 03:00.",
                        "2 times fall in the hour from 02:00 to 03:00 that the clocks show twice on 26 Oct 2025 in"
                                + " Europe/Berlin: read as the first of the two (UTC+02:00)."),
                said.stream().map(Problem::message).toList());
        assertEquals(
                said,
                events.service.importFile(file, format, mapping, Progress.none()).findings().stream()
                        .filter(finding -> finding.code().endsWith("-times"))
                        .toList());
    }

    @Test
    void patternsAndZonesWithHalfHoursAreDecidedAlikeAndUtcHasNothingToDecide() throws IOException {
        Path file = EventsFixture.write(folder, HEADER + "a,05.10.2025 02:15,view\n".repeat(3));
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service.guess(events.service.preview(file, format));
        assertEquals(List.of(), clock(file, format, in("UTC", mapping)));
        assertEquals(
                List.of("3 times fall in the 30 minutes from 02:00 to 02:30 that the clocks skip on 5 Oct 2025 in"
                        + " Australia/Lord_Howe: read as 30 minutes later, 02:00 as 02:30."),
                clock(file, format, in("Australia/Lord_Howe", mapping)));
    }

    @Test
    void rowsOfUsersWithoutATimeAreInNoChangeOfTheClocks() throws IOException {
        Path file = EventsFixture.write(
                folder, "user_id,since,city\na,2025-03-30 02:30,Ulm\n" + "b,,Bonn\nc,,Kiel\n".repeat(3));
        FileFormat format = events.service.detect(file);
        Mapping mapping = events.service
                .guess(events.service.preview(file, format))
                .withRows(RowKind.USERS)
                .withRole("since", ColumnRole.TIME);
        assertEquals(
                List.of("1 time falls in the hour from 02:00 to 03:00 that the clocks skip on 30 Mar 2025 in"
                        + " Europe/Berlin: read as one hour later, 02:00 as 03:00."),
                clock(file, format, in("Europe/Berlin", mapping)));
    }

    @Test
    void manyChangesOfTheClocksAreSummedUp() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String day : List.of(
                "2010-03-28",
                "2011-03-27",
                "2012-03-25",
                "2013-03-31",
                "2014-03-30",
                "2015-03-29",
                "2016-03-27",
                "2017-03-26")) {
            rows.append("a,").append(day).append(" 02:30,view\n");
        }
        Path file = EventsFixture.write(folder, rows.toString());
        FileFormat format = events.service.detect(file);
        List<String> said =
                clock(file, format, in("Europe/Berlin", events.service.guess(events.service.preview(file, format))));
        assertEquals(7, said.size());
        assertEquals("2 more times of 2 later changes of the clocks were decided in the same way.", said.getLast());
    }

    private List<String> clock(Path file, FileFormat format, Mapping mapping) {
        return events.service.dryRun(file, format, mapping, Progress.none()).findings().stream()
                .filter(finding -> finding.code().matches("import\\.(.*-times|clock-changes)"))
                .map(Problem::message)
                .toList();
    }

    private static Mapping in(String zone, Mapping mapping) {
        return mapping.withTime(mapping.time().withZone(zone));
    }
}
