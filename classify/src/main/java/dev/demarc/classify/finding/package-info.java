/// What was found in a text: categories, places, evidence. The vocabulary that all others share.
@NullMarked
package dev.demarc.classify.finding;

import org.jspecify.annotations.NullMarked;
