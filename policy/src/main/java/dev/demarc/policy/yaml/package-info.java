/// Strict YAML: a tree in which every value knows its file, line and column.
@NullMarked
package dev.demarc.policy.yaml;

import org.jspecify.annotations.NullMarked;
