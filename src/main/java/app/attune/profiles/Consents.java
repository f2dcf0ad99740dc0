package app.attune.profiles;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.ConsentLog;
import app.attune.events.ConsentStatement;
import app.attune.events.ConsentStatus;
import app.attune.events.Dictionary;
import app.attune.events.TextColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/// Who agreed to which purpose, and since when. Immutable.
///
/// What counts at a time is what the user had said before it; but whoever refuses now refuses at every time. Of whom
/// the
/// data says nothing by then, the declared basis says it: without one they have not agreed.
public final class Consents {
    /// The purpose that lists, offers and the training of models need.
    public static final String PERSONALISATION = "personalisation";

    private final Map<String, List<List<ConsentStatement>>> byPurpose;
    private final ConsentBasis basis;
    private final int users;

    /// @param byPurpose what each user said, ascending in time
    Consents(Map<String, List<List<ConsentStatement>>> byPurpose, ConsentBasis basis, int users) {
        this.byPurpose = new TreeMap<>(byPurpose);
        this.basis = basis;
        this.users = users;
    }

    /// What the attributes say, without times.
    static Consents of(ColumnTable attributes, ConsentBasis basis) {
        Map<String, List<List<ConsentStatement>>> byPurpose = new TreeMap<>();
        for (Column column : attributes.columns()) {
            if (column.name().startsWith(ConsentLog.PREFIX)) {
                List<List<ConsentStatement>> said = new ArrayList<>();
                for (int row = 0; row < attributes.rows(); row++) {
                    said.add(
                            column.isMissing(row)
                                    ? List.of()
                                    : List.of(new ConsentStatement(
                                            ConsentStatus.valueOf(word(column.display(row))),
                                            ConsentStatement.ALWAYS)));
                }
                byPurpose.put(column.name().substring(ConsentLog.PREFIX.length()), said);
            }
        }
        return new Consents(byPurpose, basis, attributes.rows());
    }

    private static String word(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Set.of("GRANTED", "DENIED", "REVOKED").contains(upper) ? upper : ConsentStatus.UNCLEAR.name();
    }

    public ConsentBasis basis() {
        return basis;
    }

    /// Whether the data says anything of personalisation, or the analyst declared it.
    public boolean isKnown() {
        return basis.allows() || byPurpose.containsKey(PERSONALISATION);
    }

    /// The purposes of which the data says anything.
    public Set<String> purposes() {
        return byPurpose.keySet();
    }

    /// Everything the user said, ascending in time.
    public List<ConsentStatement> statements(String purpose, int userIdx) {
        List<List<ConsentStatement>> said = byPurpose.get(purpose);
        return said == null ? List.of() : said.get(userIdx);
    }

    /// As [#statements], of every user.
    List<List<ConsentStatement>> all(String purpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    /// What counts at `asOf`: the refusal that holds now, else what had been said before then; empty for nothing.
    public Optional<ConsentStatus> status(String purpose, int userIdx, Instant asOf) {
        List<ConsentStatement> said = statements(purpose, userIdx);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return said.getLast().isRefusal() ? Optional.of(said.getLast().status()) : at(said, asOf);
    }

    private static Optional<ConsentStatus> at(List<ConsentStatement> said, Instant asOf) {
        Optional<ConsentStatus> found = Optional.empty();
        for (ConsentStatement statement : said) {
            boolean before = Instant.ofEpochMilli(statement.sinceMillis()).isBefore(asOf);
            found = before ? Optional.of(statement.status()) : found;
        }
        return found;
    }

    public boolean allows(String purpose, int userIdx, Instant asOf) {
        return allows(status(purpose, userIdx, asOf));
    }

    /// @param said what counts of a user, who need not be known here
    public boolean allows(Optional<ConsentStatus> said) {
        return said.map(status -> status == ConsentStatus.GRANTED).orElse(basis.allows());
    }

    /// Whether the user denied, took back, or said something unclear, whatever is declared.
    public boolean refuses(String purpose, int userIdx) {
        List<ConsentStatement> said = statements(purpose, userIdx);
        return !said.isEmpty() && said.getLast().isRefusal();
    }

    /// The users who may not be personalised.
    public RoaringBitmap withheld(String purpose, Instant asOf) {
        RoaringBitmap withheld = new RoaringBitmap();
        for (int userIdx = 0; userIdx < users; userIdx++) {
            if (!allows(purpose, userIdx, asOf)) {
                withheld.add(userIdx);
            }
        }
        return withheld;
    }

    /// How many of these users may not be personalised; looks at no others.
    public int withheldAmong(RoaringBitmap among, String purpose, Instant asOf) {
        int withheld = 0;
        for (IntIterator each = among.getIntIterator(); each.hasNext(); ) {
            withheld += allows(purpose, each.next(), asOf) ? 0 : 1;
        }
        return withheld;
    }

    /// The newest time of anything that anybody said; empty where nobody said when.
    Optional<Instant> lastStatement() {
        long last = byPurpose.values().stream()
                .flatMap(List::stream)
                .filter(said -> !said.isEmpty())
                .mapToLong(said -> said.getLast().sinceMillis())
                .max()
                .orElse(ConsentStatement.ALWAYS);
        return last == ConsentStatement.ALWAYS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /// The attributes with what counts last of every purpose.
    ColumnTable newestIn(ColumnTable attributes) {
        return in(attributes, Instant.MAX);
    }

    /// The attributes with what counts of every purpose at a time.
    ColumnTable in(ColumnTable attributes, Instant asOf) {
        return new ColumnTable(
                attributes.rows(),
                attributes.columns().stream().map(column -> in(column, asOf)).toList());
    }

    private Column in(Column column, Instant asOf) {
        String purpose =
                column.name().startsWith(ConsentLog.PREFIX) ? column.name().substring(ConsentLog.PREFIX.length()) : "";
        if (!byPurpose.containsKey(purpose)) {
            return column;
        }
        List<String> words =
                Arrays.stream(ConsentStatus.values()).map(ConsentStatus::name).toList();
        int[] codes = new int[column.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = status(purpose, row, asOf)
                    .map(status -> words.indexOf(status.name()))
                    .orElse(Dictionary.MISSING);
        }
        return new TextColumn(column.name(), Dictionary.of(words), codes);
    }

    Consents with(ConsentBasis other) {
        return new Consents(byPurpose, other, users);
    }

    /// The same by person: what any of a person's users said is what the person said; a refusal without a time counts
    /// until the same user agrees later.
    Consents of(PersonMap persons) {
        Map<String, List<List<ConsentStatement>>> merged = new TreeMap<>();
        byPurpose.forEach((purpose, said) -> {
            List<List<ConsentStatement>> all = new ArrayList<>();
            for (int person = 0; person < persons.personCount(); person++) {
                List<List<ConsentStatement>> members = new ArrayList<>();
                for (int user : persons.users(person)) {
                    members.add(said.get(user));
                }
                all.add(members.size() == 1 ? members.getFirst() : MergedConsent.of(members));
            }
            merged.put(purpose, all);
        });
        return new Consents(merged, basis, persons.personCount());
    }
}
