/// Conditions, hashing and features as the SDKs of GrowthBook take them.
@NullMarked
package app.attune.export.growthbook;

import org.jspecify.annotations.NullMarked;
