package dev.demarc.cli.e2e;

import dev.demarc.cli.e2e.LeakFamily.Planted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One cell of the leak matrix: planted values in a carrier at a position of the protocol.
///
/// @param escaped whether the body spells the text with needless escapes
/// @param streamed whether a stream is asked for
record LeakCell(
    LeakPlace place, LeakCarrier carrier, Planted planted, boolean escaped, boolean streamed) {
  static LeakCell of(LeakPlace place, LeakCarrier carrier, LeakFamily family, Random random) {
    return new LeakCell(
        place, carrier, family.plant(random), random.nextBoolean(), random.nextBoolean());
  }

  LeakCell at(LeakPlace other) {
    return new LeakCell(other, carrier, planted, escaped, streamed);
  }

  LeakCell streamed(boolean yes) {
    return new LeakCell(place, carrier, planted, escaped, yes);
  }

  /// The request's body.
  String body() {
    return with(carrier.text(planted));
  }

  /// The same with marks in place of what must be replaced.
  String marked() {
    return with(carrier.marked(planted));
  }

  private String with(String text) {
    String body = place.body(text, escaped);
    return streamed ? body.replaceFirst("\\{", "{\"stream\":true,") : body;
  }

  /// What comes back for each mark, in order.
  List<String> originals() {
    return carrier.originals(planted);
  }

  /// Whether the value of this mark stands as a number of JSON, which a number replaces: nobody can
  /// tell that from others, so it does not come back.
  boolean isNumber(int mark) {
    return place.shown()
        && carrier == LeakCarrier.JSON_NUMBERS
        && planted.fields().get(mark).isNumber();
  }

  /// The first disguise in which a planted value stands in `out`.
  Optional<String> leak(String out) {
    byte[] hay = (out + "\n" + LeakCarrier.withoutUnicode(out)).getBytes(StandardCharsets.UTF_8);
    return planted.fields().stream()
        .flatMap(field -> field.hunted().stream())
        .flatMap(value -> Disguises.of(value).in(hay).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return planted.family() + ", " + carrier + ", " + place.name();
  }
}
