/// Families of names, and of hints at health and biometrics.
@NullMarked
package dev.demarc.classify.family.person;

import org.jspecify.annotations.NullMarked;
