package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Progress;
import app.attune.events.ColumnRole;
import app.attune.events.EventFrame;
import app.attune.events.ImportReport;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.ConsentWords;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who may be personalised once a file is imported, and what was declared with it.
record ImportedConsent(Services services, Mapping mapping, Progress progress) {
    /// Declares what was said with the import, or says what it means that nothing is known; and whose ids these are.
    /// Nothing after a dry run.
    List<String> after(ImportReport report, ConsentBasis basis) {
        boolean tried = report.importId() == 0;
        return tried || report.rows() == RowKind.ITEMS
                ? List.of()
                : Stream.of(declared(report, basis), strangers())
                        .flatMap(List::stream)
                        .toList();
    }

    private List<String> declared(ImportReport report, ConsentBasis basis) {
        Set<String> purposes = services.populations().purposes();
        if (basis.allows()) {
            String reason = "Said when " + report.sourceName() + " was imported: every user in it has agreed";
            services.consents().declare(basis, reason, ConsentCommand.AUTHOR);
            return List.of(declared(purposes));
        }
        boolean known = purposes.contains(Consents.PERSONALISATION)
                || services.consents().basis().allows();
        return known
                ? List.of()
                : List.of("  " + ConsentWords.missing(purposes) + ", so everybody gets popular items only. "
                        + (purposes.isEmpty()
                                ? ""
                                : "If one of these means personalisation, too, write the mapping with --as users"
                                        + " --save-mapping, name that column's purpose \"" + Consents.PERSONALISATION
                                        + "\" in it and import the file again with --mapping. ")
                        + "If all have agreed, say so: attune consent WORKSPACE declare all-agreed --reason …");
    }

    /// What to do where a file speaks of users of whom nothing else is known: its ids may be of another kind.
    private List<String> strangers() {
        boolean says = mapping.rows() == RowKind.USERS
                && mapping.columns().stream().anyMatch(column -> column.role() == ColumnRole.CONSENT);
        return says ? strangers(services.populations().current(progress)) : List.of();
    }

    private static List<String> strangers(Population population) {
        EventFrame events = population.events();
        long said = 0;
        long strange = 0;
        for (int userIdx = 0; userIdx < events.userCount(); userIdx++) {
            if (speaks(population.consents(), userIdx)) {
                said++;
                strange += events.from(userIdx) == events.to(userIdx) ? 1 : 0;
            }
        }
        if (events.eventCount() == 0 || said == 0 || strange * 2 < said) {
            return List.of();
        }
        return List.of("  Of " + Counted.of(said, "user") + " of whom files say something of consent "
                + Words.number(strange) + (strange == 1 ? " has" : " have") + " no events. If these ids are of another"
                + " kind, such as a number of the CRM that users or events have in a column crm_id, say so: attune"
                + " identity WORKSPACE rules --link crm_id=user-id; consent counts for the whole person then.");
    }

    private static boolean speaks(Consents consents, int userIdx) {
        return consents.purposes().stream()
                .anyMatch(purpose -> !consents.statements(purpose, userIdx).isEmpty());
    }

    private String declared(Set<String> purposes) {
        if (purposes.contains(Consents.PERSONALISATION)) {
            Population population = services.populations().current(progress);
            long withheld = population
                    .consents()
                    .withheld(Consents.PERSONALISATION, population.defaultAsOf())
                    .getLongCardinality();
            return "Declared that every user of whom no file says anything has agreed to personalisation. What a file"
                    + " says of a user wins: " + Counted.of(withheld, "user") + (withheld == 1 ? " stays" : " stay")
                    + " out.";
        }
        Set<String> others = new TreeSet<>(purposes);
        return "Declared that every user has agreed to personalisation."
                + (others.isEmpty() ? "" : " What files say of " + String.join(", ", others) + " stays as it is.");
    }
}
