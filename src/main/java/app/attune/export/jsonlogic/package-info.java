/// Classic JsonLogic, as jsonlogic.com describes it: rules read from JSON and asked of JSON data.
@NullMarked
package app.attune.export.jsonlogic;

import org.jspecify.annotations.NullMarked;
