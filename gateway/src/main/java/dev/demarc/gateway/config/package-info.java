/// The one YAML file as record classes, checked whole before the start.
@NullMarked
package dev.demarc.gateway.config;

import org.jspecify.annotations.NullMarked;
