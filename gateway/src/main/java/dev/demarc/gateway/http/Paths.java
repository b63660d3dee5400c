package dev.demarc.gateway.http;

import java.util.List;
import java.util.Optional;

/// Which request targets this gateway knows, and what each means.
final class Paths {
  private static final String MARKET_PREFIX = "/m/";
  private static final String MODEL_PREFIX = "/v1/models/";
  private static final List<String> ANTHROPIC_NOT_YET = List.of("/v1/messages", "/v1/complete");
  private static final List<String> GEMINI_NOT_YET = List.of("/v1beta/");

  private Paths() {}

  /// What a target asks for.
  sealed interface Target {
    record Chat(Optional<String> market) implements Target {}

    record Models(Optional<String> market) implements Target {}

    record Model(Optional<String> market, String id) implements Target {}

    record Health() implements Target {}

    record Ready() implements Target {}

    record Metrics() implements Target {}

    /// A file of the published log, by its path below the log's directory.
    record LogFile(String path) implements Target {}

    /// A path of some client's protocol that is not offered.
    record NotOffered(ErrorShape shape, String path) implements Target {}

    /// Nothing we know; the path is not repeated to whoever sent it.
    record Unknown() implements Target {}
  }

  /// Reads an origin-form request target; a query is ignored, since no path of ours takes one.
  static Target target(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    if (!path.startsWith("/") || path.contains("//") || path.contains("..") || path.contains("%")) {
      return new Target.Unknown();
    }
    if (path.startsWith(MARKET_PREFIX)) {
      return ofMarket(path);
    }
    return switch (path) {
      case "/healthz" -> new Target.Health();
      case "/readyz" -> new Target.Ready();
      case "/metrics" -> new Target.Metrics();
      default ->
          path.startsWith("/log/")
              ? new Target.LogFile(path.substring("/log/".length()))
              : client(Optional.empty(), path);
    };
  }

  /// Reads `/m/MARKET/v1/...`; a market has two or three letters.
  private static Target ofMarket(String path) {
    int end = path.indexOf('/', MARKET_PREFIX.length());
    if (end < 0 || !path.startsWith("/v1/", end)) {
      return new Target.Unknown();
    }
    String market = path.substring(MARKET_PREFIX.length(), end);
    boolean letters = market.chars().allMatch(Paths::isLetter);
    return letters && market.length() >= 2 && market.length() <= 3
        ? client(Optional.of(market), path.substring(end))
        : new Target.Unknown();
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static Target client(Optional<String> market, String path) {
    if (path.equals("/v1/chat/completions")) {
      return new Target.Chat(market);
    }
    if (path.equals("/v1/models")) {
      return new Target.Models(market);
    }
    String model = path.startsWith(MODEL_PREFIX) ? path.substring(MODEL_PREFIX.length()) : "";
    if (!model.isEmpty() && model.indexOf('/') < 0) {
      return new Target.Model(market, model);
    }
    if (startsWithAny(path, ANTHROPIC_NOT_YET)) {
      return new Target.NotOffered(ErrorShape.ANTHROPIC, path);
    }
    if (startsWithAny(path, GEMINI_NOT_YET)) {
      return new Target.NotOffered(ErrorShape.GEMINI, path);
    }
    if (path.startsWith("/v1/")) {
      return new Target.NotOffered(ErrorShape.OPENAI, path);
    }
    return new Target.Unknown();
  }

  private static boolean startsWithAny(String path, List<String> prefixes) {
    return prefixes.stream().anyMatch(path::startsWith);
  }
}
