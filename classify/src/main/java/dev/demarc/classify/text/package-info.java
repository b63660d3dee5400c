/// Bytes of a text and of JSON: how they are read, folded, looked for in and spliced.
@NullMarked
package dev.demarc.classify.text;

import org.jspecify.annotations.NullMarked;
