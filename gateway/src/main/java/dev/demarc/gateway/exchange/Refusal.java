package dev.demarc.gateway.exchange;

import dev.demarc.policy.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Typed reason why the gateway did not send. One switch in `http` gives each case its status, code
/// and words; no case holds a caller's text.
public sealed interface Refusal {
  /// The machine code that clients see and that the log keeps.
  String code();

  /// No API key, or one that belongs to nobody.
  record NotAuthenticated(String problem) implements Refusal {
    @Override
    public String code() {
      return "invalid_api_key";
    }
  }

  /// A market signal that this caller has no right to. `permitted` are the markets it has.
  record MarketNotPermitted(List<String> permitted) implements Refusal {
    public MarketNotPermitted {
      permitted = List.copyOf(permitted);
    }

    @Override
    public String code() {
      return "market_not_permitted";
    }
  }

  /// A declared protection from a caller without the right to declare one, since declaring can
  /// weaken.
  record ProtectionNotPermitted() implements Refusal {
    @Override
    public String code() {
      return "protection_not_permitted";
    }
  }

  /// A header of ours with a value that we do not understand.
  record BadHeader(String header, String expected) implements Refusal {
    @Override
    public String code() {
      return "invalid_header";
    }
  }

  /// A request that is no HTTP: head too large, malformed line or header.
  record Malformed(int status) implements Refusal {
    @Override
    public String code() {
      return "malformed_request";
    }
  }

  /// A compressed body.
  record EncodedBody() implements Refusal {
    @Override
    public String code() {
      return "unsupported_content_encoding";
    }
  }

  /// A body that could be read two ways, or not at all. `problem` names the place, never the text.
  record Unreadable(String problem) implements Refusal {
    @Override
    public String code() {
      return "invalid_request_body";
    }
  }

  /// A body above the limit, in bytes.
  record TooLarge(long limitBytes) implements Refusal {
    @Override
    public String code() {
      return "request_too_large";
    }
  }

  /// A body that did not arrive in time.
  record TooSlow(Duration limit) implements Refusal {
    @Override
    public String code() {
      return "request_timeout";
    }
  }

  /// A model name that is no alias in this market. `permitted` are those that are.
  record UnknownModel(List<String> permitted) implements Refusal {
    public UnknownModel {
      permitted = List.copyOf(permitted);
    }

    @Override
    public String code() {
      return "model_not_found";
    }
  }

  /// A path that some client's protocol knows and this gateway does not serve.
  record NotOffered(String what) implements Refusal {
    @Override
    public String code() {
      return "not_offered";
    }
  }

  /// A method that a path does not take.
  record MethodNotAllowed(String allowed) implements Refusal {
    @Override
    public String code() {
      return "method_not_allowed";
    }
  }

  /// Every route was decided, and none may receive this request.
  record NotPermitted(List<RouteRefusal> routes, Optional<String> receipt) implements Refusal {
    public NotPermitted {
      routes = List.copyOf(routes);
    }

    @Override
    public String code() {
      return "transfer_not_permitted";
    }
  }

  /// Why one route may not receive the request.
  record RouteRefusal(String route, boolean review, List<Reason> reasons) {
    public RouteRefusal {
      reasons = List.copyOf(reasons);
    }
  }

  /// A step that must not fail failed: classifier, policy, meter. Nothing was sent. `incident`
  /// finds it in the diagnostics.
  record StepFailed(String step, String incident) implements Refusal {
    @Override
    public String code() {
      return "gateway_step_failed";
    }
  }

  /// The record could not be made durable, so nothing was sent.
  record NoRecord(String why, Duration retryAfter) implements Refusal {
    @Override
    public String code() {
      return "no_record_no_egress";
    }
  }

  /// More requests, or bytes, in flight than the limits allow.
  record Overloaded(String limit, Duration retryAfter) implements Refusal {
    @Override
    public String code() {
      return "overloaded";
    }
  }

  /// Every permitted route was tried, and none answered.
  record UpstreamFailed(String problem, boolean timedOut, Optional<String> receipt)
      implements Refusal {
    @Override
    public String code() {
      return timedOut ? "upstream_timeout" : "upstream_failed";
    }
  }
}
