/// Families of e-mail addresses and telephone numbers.
@NullMarked
package dev.demarc.classify.family.contact;

import org.jspecify.annotations.NullMarked;
