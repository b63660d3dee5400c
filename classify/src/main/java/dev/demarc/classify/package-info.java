/// Text and JSON to findings, and back: categories, scanner, pseudonyms, restore.
@NullMarked
package dev.demarc.classify;

import org.jspecify.annotations.NullMarked;
