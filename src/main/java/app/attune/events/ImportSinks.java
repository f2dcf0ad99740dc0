package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import java.util.List;

/// What takes the rows of an import, beside what the store knows already.
record ImportSinks(EventStore store, RowMapper mapper, Dictionaries dictionaries, Progress progress) {
    /// @param findings gets what is damaged of what was stored before
    RowSink of(Mapping mapping, List<Problem> findings) {
        RowKind kind = mapping.rows() == RowKind.ITEMS ? RowKind.ITEMS : RowKind.USERS;
        if (mapping.rows() != RowKind.EVENTS) {
            AttributeChunkBuilder attributes = attributes(kind, mapper.kept().attributes());
            return new AttributeSink(
                    kind == RowKind.USERS && mapping.columnOf(ColumnRole.TIME).isPresent()
                            ? attributes.timed(
                                    TimedChanges.known(store, mapper.kept().attributes(), progress))
                            : attributes);
        }
        KnownEvents known =
                new KnownEvents(store, IdTable.ofMemory(mapper.hasEventIds() ? 1 : IdTable.BESIDE_ANOTHER), progress);
        findings.addAll(known.damaged());
        EventIdentity identity = new EventIdentity(mapper.kept(), mapper.hasEventIds());
        EventChunkBuilder events =
                new EventChunkBuilder(dictionaries, mapper.kept().properties(), mapper.hasEventIds());
        return new EventSink(known, identity, events, said(mapper.kept().attributes()));
    }

    /// What the rows of events say of users is kept whether it was known before or not: nobody reads the rows of an
    /// event again that is here, so it would be lost with the import that said it first.
    private AttributeChunkBuilder said(List<KeptColumn> kept) {
        return new AttributeChunkBuilder(RowKind.USERS, dictionaries, kept, LatestCodes.nothing(kept));
    }

    private AttributeChunkBuilder attributes(RowKind kind, List<KeptColumn> kept) {
        String subject = kind == RowKind.USERS ? Dictionaries.USERS : Dictionaries.ITEMS;
        int subjects = dictionaries.of(subject).size();
        LatestCodes latest = kept.isEmpty()
                ? LatestCodes.nothing(kept)
                : LatestAttributes.read(store, kind, subjects, progress).inOrder(kept);
        return new AttributeChunkBuilder(kind, dictionaries, kept, latest);
    }
}
