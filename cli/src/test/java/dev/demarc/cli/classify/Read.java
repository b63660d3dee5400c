package dev.demarc.cli.classify;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.ClassifierSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a file for tests, in windows of any size.
record Read(List<Found> found, List<String> warnings, List<String> unread) {
  /// Windows so small that a few lines fill one.
  static final Pieces.Sizes SMALL = new Pieces.Sizes(2048, 512, 4096);

  static Read of(String name, String text, Pieces.Sizes sizes) throws IOException {
    return of(name, text.getBytes(StandardCharsets.UTF_8), sizes);
  }

  static Read of(String name, byte[] bytes, Pieces.Sizes sizes) throws IOException {
    Wanted wanted = new Wanted(Optional.empty(), Wanted.categories(List.of()), true);
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (Source source = Source.open(new ByteArrayInputStream(bytes), read.warnings::add)) {
      new FileReading(
              name,
              new Classifier(wanted.settings(ClassifierSettings.defaults())),
              wanted,
              read.found::add,
              read.unread::add,
              at -> {})
          .read(Format.of(name, source).pieces(source, sizes, read.warnings::add));
    }
    return read;
  }

  /// `category value@line:column name` of each finding of these categories.
  List<String> words(Category... categories) {
    Set<Category> wanted = Set.of(categories);
    return found.stream()
        .filter(one -> wanted.isEmpty() || wanted.contains(one.category()))
        .map(one ->
            one.category().id()
                + " "
                + one.value().orElseThrow()
                + "@"
                + one.first().start().words()
                + (one.name().isEmpty() ? "" : " " + one.name()))
        .toList();
  }
}
