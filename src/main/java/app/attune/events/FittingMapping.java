package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.events.read.Encoding;
import app.attune.events.read.EncodingGuess;
import app.attune.events.read.EncodingGuess.Sureness;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A saved mapping as it reads a source: in its own encoding or, where that cannot decode the first rows or the bytes
/// tell that they are Unicode, in the detected one.
///
/// @param note says so; empty in its own
public record FittingMapping(SavedMapping saved, ImportPreview preview, String note) {
    private static final Set<Encoding> UNICODE = Set.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE);

    /// Whether it was made for the source or not.
    public static FittingMapping of(SavedMapping saved, Source source, FileFormat detected) {
        List<FittingMapping> decoded =
                in(saved, source, detected).filter(FittingMapping::isDecoded).toList();
        return decoded.stream()
                .filter(FittingMapping::fits)
                .findFirst()
                .or(() -> decoded.stream().findFirst())
                .orElseGet(() -> new FittingMapping(saved, preview(source, saved.format()), ""));
    }

    /// In its own encoding and in the detected one; the more trusted one first.
    static Stream<FittingMapping> in(SavedMapping saved, Source source, FileFormat detected) {
        Encoding own = saved.format().encoding();
        Encoding other = detected.encoding();
        List<Encoding> both = isTold(source, other) ? List.of(other, own) : List.of(own, other);
        return both.stream().distinct().map(encoding -> {
            SavedMapping read = saved.withFormat(saved.format().withEncoding(encoding));
            return new FittingMapping(
                    read, preview(source, read.format()), encoding.equals(own) ? "" : note(own, encoding));
        });
    }

    /// Unicode is told by its bytes, whereas a character set of single bytes decodes nearly everything, to whatever.
    private static boolean isTold(Source source, Encoding detected) {
        EncodingGuess guess = FormatDetection.encoding(source.first().head(FormatDetection.HEAD_BYTES));
        return guess.encoding().equals(detected)
                && UNICODE.contains(detected)
                && (guess.sureness() == Sureness.CERTAIN || guess.sureness() == Sureness.LIKELY);
    }

    private static String note(Encoding own, Encoding other) {
        return "It was saved for " + own.label() + ", and this file is written in " + other.label()
                + ", as detected: that is taken.";
    }

    boolean fits() {
        return saved.fits(preview);
    }

    boolean isDecoded() {
        return preview.broken().stream().noneMatch(broken -> broken.reason() == RejectReason.UNDECODABLE);
    }

    /// A file that cannot be read in that format has no columns, so nothing fits.
    private static ImportPreview preview(Source source, FileFormat format) {
        try {
            return ImportPreview.of(source, format);
        } catch (ProblemException e) {
            return new ImportPreview(format, List.of(), List.of(), List.of(), List.of());
        }
    }
}
