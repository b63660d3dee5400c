/// Families of identity documents' numbers.
@NullMarked
package dev.demarc.classify.family.identity;

import org.jspecify.annotations.NullMarked;
