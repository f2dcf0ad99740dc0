package app.attune.rules.matrix;

import app.attune.rules.ContextCondition;
import app.attune.rules.ItemAttributes;
import app.attune.rules.ItemSelector;
import app.attune.rules.Rule;
import app.attune.rules.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a rule asks of a request: where and when it comes, with what, and what was shown before.
sealed interface RequestRow extends Row {
    /// Whether it holds for a value of its subject.
    boolean holds(Cell cell);

    /// Whether it holds for a request, as decisions judge it.
    boolean holds(MadeRequest request, ItemAttributes attributes);

    /// The request comes from one of the placements.
    record Placed(List<String> placements) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.PLACEMENT, "");
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Text text && placements.contains(text.text());
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return ContextCondition.any().withPlacements(placements).holds(request.context(), attributes);
        }
    }

    /// The request comes from one of the devices.
    record OnDevice(List<String> devices) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.DEVICE, "");
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Text text && devices.contains(text.text());
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return ContextCondition.any().withDevices(devices).holds(request.context(), attributes);
        }
    }

    /// The basket has an item that is selected.
    record InBasket(ItemSelector items) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.BASKET, "");
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Basket basket && basket.has().contains(items);
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return ContextCondition.any().withContains(Optional.of(items)).holds(request.context(), attributes);
        }
    }

    /// The basket's total is at least this.
    record AtLeast(double total) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.TOTAL, "");
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Numbers numbers && numbers.pick() >= total;
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return ContextCondition.any().withTotal(OptionalDouble.of(total)).holds(request.context(), attributes);
        }
    }

    /// The request comes while a schedule runs.
    record Runs(Schedule schedule) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.TIME, "");
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Moment moment && schedule.isRunning(moment.at());
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return schedule.isRunning(request.at());
        }
    }

    /// A rule was shown as often as its cap allows.
    record Capped(Rule rule) implements RequestRow {
        @Override
        public Subject subject(Schema schema) {
            return new Subject.Asked(Subject.Part.CAP, rule.id().value());
        }

        @Override
        public boolean holds(Cell cell) {
            return cell instanceof Cell.Reached reached && reached.reached();
        }

        @Override
        public boolean holds(MadeRequest request, ItemAttributes attributes) {
            return request.isCapped(rule);
        }
    }
}
