package dev.demarc.cli.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test that leaves a log which does not verify, and says why that is right.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LogMayBeUnverifiable {
  String because();
}
