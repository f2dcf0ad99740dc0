/// The models screen: train, compare and read the card of a model.
@NullMarked
package app.attune.recommend.ui;

import org.jspecify.annotations.NullMarked;
