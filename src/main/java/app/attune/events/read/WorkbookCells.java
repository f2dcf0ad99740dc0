package app.attune.events.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/// What the cells of a workbook say as text: numbers plainly, dates in ISO 8601, formulas by their result.
final class WorkbookCells {
    /// What a number format has that is no letter of a date: quoted texts, escapes, colours, conditions and locales.
    private static final Pattern NOT_OF_DATES = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^hms\\]][^\\]]*\\]");

    /// Doubles have no more before or after the point; a cell that says otherwise is a trap.
    private static final int MOST_DIGITS = 400;

    private static final Pattern DATE_LETTERS = Pattern.compile("[ydhs]|mm|m/|/m|m-|-m|m\\.|\\.m");

    private WorkbookCells() {}

    /// @return empty where the cell holds an error such as `#N/A`
    static Optional<String> text(Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        boolean failed = type == CellType.FORMULA && raw != null && raw.startsWith("#");
        if (type == CellType.ERROR || failed) {
            return Optional.empty();
        }
        if (type == CellType.NUMBER || type == CellType.FORMULA) {
            return Optional.of(isDate(cell.getDataFormatString()) ? date(cell) : number(cell));
        }
        return Optional.of(cell.getText());
    }

    static boolean isDate(String format) {
        if (format == null || format.equals("General") || format.equals("@")) {
            return false;
        }
        String letters = NOT_OF_DATES.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return DATE_LETTERS.matcher(letters).find();
    }

    private static String number(Cell cell) {
        String raw = cell.getRawValue();
        try {
            if (raw == null) {
                return "";
            }
            BigDecimal number = new BigDecimal(raw).stripTrailingZeros();
            return Math.abs(number.scale()) > MOST_DIGITS ? raw : number.toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    /// Fractions of days have no exact milliseconds: they are rounded to them.
    private static String date(Cell cell) {
        try {
            LocalDateTime date = cell.asDate().plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
            return date.toLocalTime().toNanoOfDay() == 0 ? date.toLocalDate().toString() : date.toString();
        } catch (DateTimeException | ExcelReaderException | NumberFormatException e) {
            return number(cell);
        }
    }
}
