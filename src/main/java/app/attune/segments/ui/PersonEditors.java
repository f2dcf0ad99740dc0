package app.attune.segments.ui;

import app.attune.segments.ConsentCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentId;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/// The controls of rows that name one thing the user is in or agrees to.
final class PersonEditors {
    private PersonEditors() {}

    static RowNodes segment(Spot<SegmentCondition> spot) {
        Spot.Place place = spot.place();
        Offers offers = place.part().offers();
        ComboBox<SegmentId> box = Choices.of(
                place.name("segment", "segment"),
                offers.segments().stream().map(Offers.Named::id).toList(),
                spot.now().segment(),
                offers::segmentName);
        Choices.onPick(box, picked -> spot.change(now -> new SegmentCondition(picked)));
        return new RowNodes(List.of(RowEditors.subject(place.part()), box));
    }

    static RowNodes consent(Spot<ConsentCondition> spot) {
        Spot.Place place = spot.place();
        ConsentCondition row = spot.now();
        ComboBox<ConsentCondition.Consented> consented = Choices.of(
                place.name("consented", "consented"),
                List.of(ConsentCondition.Consented.values()),
                row.consented(),
                one -> place.text("consented." + one.name().toLowerCase(Locale.ROOT)));
        Choices.onPick(consented, picked -> spot.change(now -> new ConsentCondition(now.purpose(), picked)));
        ComboBox<String> purpose = Choices.of(
                place.name("purpose", "purpose"), place.part().offers().purposes(), row.purpose(), name -> name);
        Choices.onPick(purpose, picked -> spot.change(now -> new ConsentCondition(picked, now.consented())));
        return new RowNodes(
                List.of(RowEditors.subject(place.part()), consented, new Label(place.text("consented.to")), purpose));
    }
}
