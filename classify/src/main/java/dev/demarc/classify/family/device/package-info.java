/// Families of devices' numbers and codes.
@NullMarked
package dev.demarc.classify.family.device;

import org.jspecify.annotations.NullMarked;
