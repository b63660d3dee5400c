package dev.demarc.bench.scoring;

/// One case of the set before a carrier is put around it.
///
/// @param id family, language, number and lane
record Case(String id, String family, String language, Lane lane, Body body) {
  /// The case in a carrier.
  Marked in(Carrier carrier, WordLists words) {
    var chance = Chance.of((id + carrier.id()).hashCode());
    Marked dressed =
        switch (body) {
          case Body.Text(Marked text) ->
              new TextCarriers(words, chance, lane).dress(text, carrier, language);
          case Body.Fields fields ->
              new FieldCarriers(words, chance, lane).dress(fields, carrier, language);
        };
    return lane == Lane.PARTS ? parts(dressed, chance) : dressed;
  }

  /// The text as two content parts of one message, or as two messages of one role.
  private static Marked parts(Marked text, Chance chance) {
    Marked escaped = text.through(Escapes.json(chance.in(30)));
    return chance.in(60)
        ? Marked.join(
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"",
            escaped.cut("\"},{\"type\":\"text\",\"text\":\""),
            "\"}]}")
        : Marked.join(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"",
            escaped.cut("\"},{\"role\":\"user\",\"content\":\""),
            "\"}]}");
  }
}
