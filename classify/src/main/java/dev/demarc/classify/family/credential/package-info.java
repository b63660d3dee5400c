/// Families of keys, passwords and other secrets.
@NullMarked
package dev.demarc.classify.family.credential;

import org.jspecify.annotations.NullMarked;
