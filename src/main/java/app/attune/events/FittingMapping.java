package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Source;
import java.util.List;
import java.util.stream.Stream;

/// A saved mapping as it reads a source: in its own encoding or, where that cannot decode the first rows, in the
/// detected one.
///
/// @param note says so; empty in its own
public record FittingMapping(SavedMapping saved, ImportPreview preview, String note) {
    /// Whether it was made for the source or not.
    public static FittingMapping of(SavedMapping saved, Source source, FileFormat detected) {
        return in(saved, source, detected)
                .filter(FittingMapping::isDecoded)
                .findFirst()
                .orElseGet(() -> new FittingMapping(saved, preview(source, saved.format()), ""));
    }

    /// In its own encoding, then in the detected one.
    static Stream<FittingMapping> in(SavedMapping saved, Source source, FileFormat detected) {
        Encoding own = saved.format().encoding();
        return Stream.of(own, detected.encoding()).distinct().map(encoding -> {
            SavedMapping read = saved.withFormat(saved.format().withEncoding(encoding));
            return new FittingMapping(
                    read, preview(source, read.format()), encoding.equals(own) ? "" : note(own, encoding));
        });
    }

    private static String note(Encoding own, Encoding other) {
        return "It was saved for " + own.label() + ", which cannot read this file: " + other.label()
                + ", as detected, is taken instead.";
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
