/// Values of JSON as JavaScript takes them, which several engines' formats follow.
@NullMarked
package app.attune.export.javascript;

import org.jspecify.annotations.NullMarked;
