package dev.demarc.policy.yaml;

/// A place in a source file, counted from 1.
public record Mark(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
