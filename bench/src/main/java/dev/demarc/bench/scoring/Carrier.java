package dev.demarc.bench.scoring;

import java.util.Locale;

/// What a case is dressed in before it is read: eight shapes of AI traffic.
enum Carrier {
  PROSE,
  CHAT,
  JSON,
  JSON_STRING,
  CSV,
  LOG,
  MARKDOWN,
  QUERY;

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
