package dev.demarc.classify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The member names of the chat protocol, which alone may be shown in a place. Any other name may
/// be somebody's.
final class ProtocolNames {
  static final String OTHER = "*";
  static final int SIZE = 512;
  private static final byte[] @Nullable [] BYTES = new byte[SIZE][];
  private static final String[] NAMES = new String[SIZE];

  static {
    Arrays.fill(NAMES, OTHER);
    String names =
        """
        model messages role content name type text refusal tool_calls id function arguments custom input
        tool_call_id function_call image_url url detail input_audio data format file file_data file_id
        filename audio voice transcript stream stream_options include_usage include_obfuscation tools
        tool_choice parallel_tool_calls description parameters strict properties items required enum
        additionalProperties anyOf oneOf allOf default const examples title pattern $defs response_format
        json_schema schema reasoning_effort verbosity max_tokens max_completion_tokens n stop seed
        logprobs top_logprobs logit_bias temperature top_p presence_penalty frequency_penalty modalities
        prediction store metadata user safety_identifier prompt_cache_key prompt_cache_options
        prompt_cache_retention service_tier web_search_options user_location approximate city country
        region timezone search_context_size moderation functions prompt input_ids prompt_token_ids
        grammar syntax definition developer system annotations
        """;
    for (String name : names.strip().split("\\s+")) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int slot = slot(bytes, 0, bytes.length);
      BYTES[slot] = bytes;
      NAMES[slot] = name;
    }
  }

  private ProtocolNames() {}

  /// A number below [#SIZE] that names of the protocol have each for itself.
  static int number(byte[] b, int from, int to) {
    return slot(b, from, to);
  }

  /// The name with this number if it is the protocol's, else [#OTHER].
  static String name(int number) {
    return NAMES[number];
  }

  private static int slot(byte[] b, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    while (true) {
      byte[] known = BYTES[slot];
      if (known == null || Arrays.equals(known, 0, known.length, b, from, to)) {
        return slot;
      }
      slot = slot + 1 & SIZE - 1;
    }
  }
}
