package app.attune.cli;

import app.attune.core.Counted;
import app.attune.core.Progress;
import app.attune.events.ImportReport;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.ConsentWords;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who may be personalised once a file is imported, and what was declared with it.
record ImportedConsent(Services services, Progress progress) {
    /// Declares what was said with the import; else says what it means that nothing is known.
    List<String> after(ImportReport report, ConsentBasis basis) {
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
