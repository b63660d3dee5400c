/// What a family of values sees of a text, what it asks of keys and words nearby, and how it
/// reports.
@NullMarked
package dev.demarc.classify.scan;

import org.jspecify.annotations.NullMarked;
