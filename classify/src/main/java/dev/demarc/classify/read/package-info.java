/// Reads a text in each disguise and notation that it may have, and asks every family.
@NullMarked
package dev.demarc.classify.read;

import org.jspecify.annotations.NullMarked;
