package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Transformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTest {
  private static final String PNG = "iVBORw0KGgo4929127381726356AAAANSUhEUgAA";

  private static String part(String json) {
    return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"},"
        + json.replace('\'', '"')
        + "]}]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{'type':'image_url','image_url':{'url':'data:image/png;base64,%s','detail':'low'}} #"
            + " {'type':'image_url','image_url':{'url':'REDACTED_OPAQUE','detail':'REDACTED_OPAQUE'}}",
        "{'image_url':{'url':'data:image/png;base64,%s'},'type':'image_url'} #"
            + " {'image_url':{'url':'REDACTED_OPAQUE'},'type':'image_url'}",
        "{'type':'image_url','image_url':'data:image/png;base64,%s'} #"
            + " {'type':'image_url','image_url':'REDACTED_OPAQUE'}",
        "{'type':'image_url','image_url':{'url':'https://cdn.host.org/x.png'}} #"
            + " {'type':'image_url','image_url':{'url':'REDACTED_OPAQUE'}}",
        "{'type':'input_audio','input_audio':{'data':'%s','format':'wav'}} #"
            + " {'type':'input_audio','input_audio':{'data':'REDACTED_OPAQUE','format':'REDACTED_OPAQUE'}}",
        "{'type':'file','file':{'file_data':'data:application/pdf;base64,%s','filename':'a.pdf'}} #"
            + " {'type':'file','file':{'file_data':'REDACTED_OPAQUE','filename':'REDACTED_OPAQUE'}}",
        "{'type':'file','file':{'file_id':'file-1'}} #"
            + " {'type':'file','file':{'file_id':'REDACTED_OPAQUE'}}",
        "{'type':'hologram','x':{'y':['z',7]}} #"
            + " {'type':'hologram','x':{'y':['REDACTED_OPAQUE',0]}}",
        "{'x':'no type'} # {'x':'REDACTED_OPAQUE'}",
        "{'type':'text','text':'hi','image_url':{'url':'data:image/png;base64,%s'}} #"
            + " {'type':'text','text':'REDACTED_OPAQUE','image_url':{'url':'REDACTED_OPAQUE'}}",
      })
  void content_we_cannot_see_into_is_one_finding_and_can_be_taken_out(String json, String out) {
    String body = part(json.replace("%s", PNG));
    Classification c = Chat.classify(body);
    assertThat(c.counts()).containsOnlyKeys(Category.OPAQUE).containsEntry(Category.OPAQUE, 1);
    assertThat(c.findings().getFirst().place()).isEqualTo("messages[].content[]");
    assertThat(Chat.redacted(body)).isEqualTo(part(out));
  }

  @Test
  void a_plain_text_part_is_not_opaque() {
    assertThat(Chat.classify(part("{'type':'refusal','refusal':'no'}")).findings()).isEmpty();
  }

  @Test
  void text_inside_an_unknown_part_is_scanned_too() {
    Classification c = Chat.classify(part("{'type':'hologram','x':'from 81.2.69.142'}"));
    assertThat(c.counts()).containsOnlyKeys(Category.OPAQUE, Category.IP_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'image_url','image_url':{'url':'data:text/plain,card 4929127381726356'}}",
        "{'type':'image_url','image_url':{'url':'data:image/png;base64,card 4929127381726356'}}",
        "{'type':'input_audio','input_audio':{'data':'card 4929127381726356'}}",
        "{'type':'file','file':{'file_data':'card: 4929127381726356'}}",
        "{'type':'image_url','image_url':{'url':'https://h.org/?card=4929127381726356'}}",
      })
  void what_only_claims_to_be_binary_is_scanned(String json) {
    assertThat(Chat.classify(part(json)).counts()).containsKey(Category.PAYMENT_CARD);
  }

  @Test
  void base64_at_other_positions_is_scanned_as_text() {
    String body = "{\"model\":\"m\",\"x\":\"data:image/png;base64,QUJD 4929127381726356\"}";
    assertThat(Chat.classify(body).counts()).containsOnlyKeys(Category.PAYMENT_CARD);
  }

  @Test
  void numbers_where_text_belongs_are_opaque() {
    String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[9906, 1917]}]}";
    assertThat(Chat.classify(body).counts()).containsOnlyKeys(Category.OPAQUE);
    assertThat(Chat.redacted(body)).isEqualTo(body.replace("9906, 1917", "0, 0"));
    assertThat(Chat.classify("{\"model\":\"m\",\"prompt\":[[1,2],[3]]}").counts())
        .containsOnlyKeys(Category.OPAQUE);
    assertThat(Chat.classify("{\"model\":\"m\",\"x\":[1,2,3]}").findings()).isEmpty();
  }

  @Test
  void sound_kept_by_the_provider_is_opaque() {
    String body =
        "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"audio\":{\"id\":\"audio_1\"}}]}";
    assertThat(Chat.classify(body).counts()).containsOnlyKeys(Category.OPAQUE);
  }

  @Test
  void opaque_content_never_gets_a_stand_in() {
    String body = part("{'type':'file','file':{'file_id':'file-1'}}");
    Transformed out = Chat.transformed(body, Chat.all(Treatment.PSEUDONYMISE));
    assertThat(out.body().decoded()).contains("REDACTED_OPAQUE");
    assertThat(out.redacted()).containsEntry(Category.OPAQUE, 1);
  }
}
