package dev.demarc.cli;

import dev.demarc.gateway.caller.Border;
import dev.demarc.gateway.config.Config.CallerKeys;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import java.util.List;
import java.util.Optional;

/// The head of a request that says what the options of a command say.
///
/// @param laws whose law protects the person, as the header would declare it
record Stated(List<String> markets, Optional<List<String>> laws, boolean subject) implements Head {
  /// The terms that the gateway would settle for such a request.
  ///
  /// @param caller the caller of the config; its first one where none is named
  /// @throws Usage where the caller has no right to what is stated
  public static Terms terms(
      Setup setup,
      Optional<String> caller,
      List<String> markets,
      Optional<List<String>> laws,
      boolean subject) {
    if (markets.size() > 2) {
      throw new Usage("--market: a request names one market, or two where two signals differ");
    }
    Caller known = caller(setup, caller);
    try {
      return new Border().terms(known, new Stated(markets, laws, subject));
    } catch (Refused refused) {
      throw new Usage(words(known, refused.refusal()));
    }
  }

  private static Caller caller(Setup setup, Optional<String> named) {
    return setup.config().callers().stream()
        .map(CallerKeys::caller)
        .filter(known -> named.isEmpty() || known.id().equals(named.get()))
        .findFirst()
        .orElseThrow(
            () -> new Usage("--caller: the config has no caller '" + named.orElse("") + "'"));
  }

  private static String words(Caller known, Refusal refusal) {
    String who = "the caller '" + known.id() + "' ";
    if (refusal instanceof Refusal.MarketNotPermitted(List<String> permitted)) {
      return "--market: " + who + "has the markets " + String.join(", ", permitted);
    }
    if (refusal instanceof Refusal.ProtectionNotPermitted) {
      return "--protection: "
          + who
          + "may not declare whose law protects the person: leave it out, or grant"
          + " may_declare_protection in the config";
    }
    if (refusal instanceof Refusal.BadHeader(String _, String expected)) {
      return "--protection has to be " + expected;
    }
    return "the request would be refused: " + refusal.code();
  }

  @Override
  public Optional<String> pathMarket() {
    return Optional.of(markets.getFirst());
  }

  @Override
  public Optional<String> header(String name) {
    return switch (name) {
      case Border.MARKET_HEADER ->
          markets.size() < 2 ? Optional.empty() : Optional.of(markets.getLast());
      case Border.PROTECTION_HEADER -> laws.map(codes -> String.join(",", codes));
      case Border.SUBJECT_HEADER -> subject ? Optional.of("stated") : Optional.empty();
      default -> Optional.empty();
    };
  }
}
