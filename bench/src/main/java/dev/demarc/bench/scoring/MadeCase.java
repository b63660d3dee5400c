package dev.demarc.bench.scoring;

/// One case of the set before a carrier is put around it.
///
/// @param id family, language, number and lane
record MadeCase(String id, String family, String language, Disguise lane, Body body) {
  /// The case in a carrier.
  MarkedText in(Carrier carrier, BankWords words) {
    var chance = Chance.of((id + carrier.id()).hashCode());
    MarkedText dressed =
        switch (body) {
          case Body.Text(MarkedText text) ->
              new TextCarriers(words, chance, lane).dress(text, carrier, language);
          case Body.Fields fields ->
              new FieldCarriers(words, chance, lane).dress(fields, carrier, language);
        };
    return lane == Disguise.PARTS ? parts(dressed, chance) : dressed;
  }

  /// The text as two content parts of one message, or as two messages of one role.
  private static MarkedText parts(MarkedText text, Chance chance) {
    MarkedText escaped = text.through(Escapes.json(chance.in(30)));
    return chance.in(60)
        ? MarkedText.join(
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"",
            escaped.cut("\"},{\"type\":\"text\",\"text\":\""),
            "\"}]}")
        : MarkedText.join(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"",
            escaped.cut("\"},{\"role\":\"user\",\"content\":\""),
            "\"}]}");
  }
}
