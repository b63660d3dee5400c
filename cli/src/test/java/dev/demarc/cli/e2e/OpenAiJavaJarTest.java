package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.models.Model;
import dev.demarc.simulator.CapturedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The official `openai` client for Java, unmodified: it must not be able to tell the gateway from
/// a provider, and a refusal must reach the application as the exception that it already handles.
class OpenAiJavaJarTest {
  @RegisterExtension static final Site SITE = Site.twoMarkets();

  private static final String EMAIL = "li.na@post-haus.net";
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_plain_answer_arrives_with_its_personal_values_restored() {
    ChatCompletion answer = create(client("CN"), saying("write to " + EMAIL));

    assertThat(text(answer)).contains("simulator (cn)").contains(EMAIL);
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
    assertThat(answer.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(answer.usage()).isPresent();
  }

  @Test
  void a_streamed_answer_arrives_with_its_personal_values_restored() {
    ChatCompletion answer = stream(client("CN"), saying("stream to " + EMAIL));

    assertThat(text(answer)).contains("simulator (cn)").contains(EMAIL);
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
  }

  @Test
  void a_tool_call_arrives_with_restored_arguments() {
    ChatCompletion answer = create(client("CN"), callingTool());

    assertThat(argument(answer)).isEqualTo(EMAIL);
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
  }

  @Test
  void a_streamed_tool_call_arrives_with_restored_arguments() {
    ChatCompletion answer = stream(client("CN"), callingTool());

    assertThat(argument(answer)).isEqualTo(EMAIL);
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
  }

  @Test
  void the_base_url_alone_chooses_the_market() {
    assertThat(text(create(client("US"), saying("where am I?")))).contains("simulator (us)");
    assertThat(text(create(client("CN"), saying("where am I?")))).contains("simulator (cn)");
  }

  @Test
  void the_header_chooses_the_market_too() {
    ChatCompletionCreateParams params =
        saying("where am I?").toBuilder().putAdditionalHeader("Demarc-Market", "CN").build();

    assertThat(text(create(client(SITE.gateway().base()), params))).contains("simulator (cn)");
  }

  @Test
  void a_refusal_is_a_permission_denied_exception_with_rule_and_remedy() {
    ChatCompletionCreateParams refused =
        saying("hello").toBuilder().putAdditionalHeader("Demarc-Subject-Protection", "EU").build();
    int before = SITE.cn().received().size();

    for (boolean streamed : List.of(false, true)) {
      PermissionDeniedException refusal =
          failure(
              PermissionDeniedException.class,
              () -> {
                var _ = streamed ? stream(client("CN"), refused) : create(client("CN"), refused);
              });

      assertThat(refusal.statusCode()).isEqualTo(403);
      assertThat(refusal.code()).contains("transfer_not_permitted");
      assertThat(refusal.type()).contains("permission_error");
      assertThat(refusal.getMessage())
          .contains("No route may receive this request", ConfigFile.CN_ROUTE, "EU", "POLICY");
      assertThat(header(refusal, "demarc-receipt")).isNotEmpty();
      assertThat(header(refusal, "x-request-id")).isNotEmpty();
    }
    assertThat(SITE.cn().received()).hasSize(before);
  }

  @Test
  void an_unknown_model_is_a_not_found_exception_that_names_the_permitted_models() {
    NotFoundException unknown =
        failure(
            NotFoundException.class,
            () -> create(client("CN"), saying("hello").toBuilder().model("gpt-77").build()));

    assertThat(unknown.code()).contains("model_not_found");
    assertThat(unknown.getMessage()).contains("assistant").doesNotContain("gpt-77");
  }

  @Test
  void a_wrong_key_is_an_unauthorized_exception() {
    OpenAIClient stranger = client(SITE.gateway().base(), "demarc-wrong-key");

    UnauthorizedException refusal =
        failure(UnauthorizedException.class, () -> create(stranger, saying("hello")));

    assertThat(refusal.code()).contains("invalid_api_key");
    assertThat(refusal.getMessage()).doesNotContain("demarc-wrong-key");
  }

  @Test
  void a_market_that_the_caller_does_not_have_is_a_permission_denied_exception() {
    PermissionDeniedException refusal =
        failure(PermissionDeniedException.class, () -> create(client("FR"), saying("bonjour")));

    assertThat(refusal.code()).contains("market_not_permitted");
    assertThat(refusal.getMessage()).contains("CN", "US");
  }

  @Test
  void the_model_list_holds_what_the_market_permits() {
    assertThat(models("US")).contains("assistant").isNotEqualTo(models("CN"));
    assertThat(models("CN")).contains("assistant");
    assertThat(client("CN").models().retrieve("assistant").id()).isEqualTo("assistant");
    assertThat(failure(NotFoundException.class, () -> client("CN").models().retrieve("gpt-77")))
        .isNotNull();
  }

  @Test
  void a_limit_of_the_provider_arrives_as_the_providers_own_exception() {
    RateLimitException limited =
        failure(
            RateLimitException.class,
            () -> create(client("CN"), saying("[[simulator: 429=7]] hello")));

    assertThat(header(limited, "retry-after")).containsExactly("7");
  }

  @Test
  void the_sdk_retries_by_itself_what_the_provider_could_not_answer_at_first() {
    OpenAIClient patient = builder("CN").maxRetries(2).build();
    SITE.cn().misbehave("429=1 times=1");

    assertThat(text(create(patient, saying("try again")))).contains("simulator (cn)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut=3", "error-event=2", "wrong-json", "no-done no-finish"})
  void a_stream_that_goes_wrong_throws_and_leaves_no_answer(String fault) {
    ChatCompletionCreateParams params = saying("[[simulator: " + fault + "]] goes wrong");

    assertThat(failure(OpenAIException.class, () -> stream(client("CN"), params))).isNotNull();
  }

  @Test
  void what_the_sdk_says_about_the_device_stays_here() {
    var _ = create(client("CN"), saying("telemetry"));
    CapturedRequest request = SITE.cn().last();

    assertThat(
            request
                .headText()
                .lines()
                .skip(1)
                .map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT)))
        .noneMatch(name -> name.startsWith("x-stainless"))
        .doesNotContain("cookie", "x-forwarded-for", "forwarded", "openai-organization");
    assertThat(request.header("user-agent").orElse("")).doesNotContain("OpenAI", "Java");
    assertThat(request.headText()).doesNotContain(ConfigFile.API_KEY);
  }

  private static ChatCompletionCreateParams saying(String text) {
    return ChatCompletionCreateParams.builder().model("assistant").addUserMessage(text).build();
  }

  private static ChatCompletionCreateParams callingTool() {
    FunctionParameters parameters =
        FunctionParameters.builder()
            .putAdditionalProperty("type", com.openai.core.JsonValue.from("object"))
            .putAdditionalProperty(
                "properties",
                com.openai.core.JsonValue.from(Map.of("email", Map.of("type", "string"))))
            .build();
    FunctionDefinition function =
        FunctionDefinition.builder().name("send_mail").parameters(parameters).build();
    return saying("send a mail to " + EMAIL).toBuilder()
        .addTool(ChatCompletionFunctionTool.builder().function(function).build())
        .build();
  }

  private static OpenAIClient client(String marketOrBase) {
    return marketOrBase.startsWith("http")
        ? client(marketOrBase, ConfigFile.API_KEY)
        : builder(marketOrBase).build();
  }

  private static OpenAIClient client(String base, String apiKey) {
    return OpenAIOkHttpClient.builder().baseUrl(base).apiKey(apiKey).maxRetries(0).build();
  }

  private static OpenAIOkHttpClient.Builder builder(String market) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(SITE.gateway().base(market))
        .apiKey(ConfigFile.API_KEY)
        .maxRetries(0);
  }

  private static ChatCompletion create(OpenAIClient client, ChatCompletionCreateParams params) {
    return client.chat().completions().create(params);
  }

  private static ChatCompletion stream(OpenAIClient client, ChatCompletionCreateParams params) {
    ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> response =
            client.chat().completions().createStreaming(params);
        Stream<ChatCompletionChunk> chunks = response.stream()) {
      chunks.forEach(accumulator::accumulate);
    }
    return accumulator.chatCompletion();
  }

  private static String text(ChatCompletion answer) {
    return answer.choices().getFirst().message().content().orElse("");
  }

  private static String argument(ChatCompletion answer) {
    String arguments =
        answer
            .choices()
            .getFirst()
            .message()
            .toolCalls()
            .orElseThrow()
            .getFirst()
            .asFunction()
            .function()
            .arguments();
    return JSON.readTree(arguments).path("email").asString();
  }

  private static List<String> models(String market) {
    return client(market).models().list().data().stream().map(Model::id).toList();
  }

  private static List<String> header(OpenAIServiceException failure, String name) {
    return failure.headers().values(name);
  }

  private static <E extends Throwable> E failure(Class<E> type, ThrowingCallable call) {
    return catchThrowableOfType(type, call);
  }
}
