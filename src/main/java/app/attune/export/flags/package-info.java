/// What a bundle decides without models, in a form that every target format is written from.
@NullMarked
package app.attune.export.flags;

import org.jspecify.annotations.NullMarked;
