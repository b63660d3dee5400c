/// Numbers in their groups, their check digits, and who issues their prefixes.
@NullMarked
package dev.demarc.classify.number;

import org.jspecify.annotations.NullMarked;
