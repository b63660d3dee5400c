/// Families of postal addresses and coordinates.
@NullMarked
package dev.demarc.classify.family.place;

import org.jspecify.annotations.NullMarked;
