package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentsTest {
  private static List<String> payments(String text) {
    return Chat.found(text).stream()
        .filter(found -> found.startsWith("payment.transaction "))
        .map(found -> found.substring("payment.transaction ".length()))
        .toList();
  }

  private static final String STATEMENT =
      """
      Here is my statement, what did I spend on coffee?

      Date,Description,Payee,Amount,Currency,Balance,Reference
      2026-10-03,"Flat white, large",Blue Bottle Coffee,-4.50,USD,1204.33,TX88123
      2026-10-04,Rent ""October"",Parkside Homes LLC,"-1,850.00",USD,-645.67,TX88124
      2026-10-05,,Acme Corp,12.00,USD,-633.67,

      Thanks!
      """;

  @Test
  void every_row_of_a_statement_is_one_payment_with_its_free_text() {
    assertThat(payments(STATEMENT))
        .containsExactly(
            "2026-10-03 | Flat white, large | Blue Bottle Coffee | -4.50 | USD | 1204.33 | TX88123",
            "2026-10-04 | Rent \"\"October\"\" | Parkside Homes LLC | -1,850.00 | USD | -645.67 |"
                + " TX88124",
            "2026-10-05 | Acme Corp | 12.00 | USD | -633.67");
  }

  @Test
  void redacting_a_statement_leaves_its_frame() {
    assertThat(Chat.redacted(Chat.message(STATEMENT)))
        .isEqualTo(
            Chat.message(
                """
                Here is my statement, what did I spend on coffee?

                Date,Description,Payee,Amount,Currency,Balance,Reference
                REDACTED_DATE,"REDACTED_MEMO",REDACTED_PAYEE,REDACTED_AMOUNT,REDACTED_CURRENCY,REDACTED_AMOUNT,REDACTED_REF
                REDACTED_DATE,REDACTED_MEMO,REDACTED_PAYEE,"REDACTED_AMOUNT",REDACTED_CURRENCY,REDACTED_AMOUNT,REDACTED_REF
                REDACTED_DATE,,REDACTED_PAYEE,REDACTED_AMOUNT,REDACTED_CURRENCY,REDACTED_AMOUNT,

                Thanks!
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YYYY-MM-DD,0.00,YYY,string",
        "2026-10-03,0.00,EUR,string",
        "TT.MM.JJJJ,0.00,EUR,Name",
        "gg/mm/aaaa,0.00,EUR,Nome",
        "YYYY-MM-DDTHH:MM:SS,12.00,USD,Acme",
      })
  void a_row_that_says_how_values_are_written_is_nobodys(String row) {
    String text = "date,amount,currency,payee\n" + row + "\n";
    assertThat(payments(text)).isEmpty();
    assertThat(payments(text + "2026-10-03,5.00,EUR,Rewe\n"))
        .containsExactly("2026-10-03 | 5.00 | EUR | Rewe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mar 3,5.00,EUR,Rewe", "2026-10-03,5.00,EUR,String Works"})
  void a_row_is_read_that_only_looks_like_one_of_forms(String row) {
    assertThat(payments("date,amount,currency,payee\n" + row + "\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", " | ", "   "})
  void the_delimiter_may_be_any(String delimiter) {
    String text =
        "Date,Payee,Amount\n2026-10-03,Blue Bottle,4.50\n2026-10-04,Corner Shop,3.20\n"
            .replace(",", delimiter);
    assertThat(payments(text))
        .containsExactly("2026-10-03 | Blue Bottle | 4.50", "2026-10-04 | Corner Shop | 3.20");
    assertThat(payments(text.replace("\n", "\r\n")))
        .containsExactly("2026-10-03 | Blue Bottle | 4.50", "2026-10-04 | Corner Shop | 3.20");
  }

  @Test
  void a_markdown_table_is_read_without_its_rule() {
    assertThat(
            payments(
                """
                | Date | Paid to | Amount (EUR) |
                |:-----|---------|-------------:|
                | 3 Oct 2026 | Café Müller | 4,50 |
                | 4 Oct 2026 | Bäckerei | 3,20 |
                """))
        .containsExactly("3 Oct 2026 | Café Müller | 4,50", "4 Oct 2026 | Bäckerei | 3,20");
  }

  @Test
  void a_chinese_statement_is_read() {
    assertThat(
            payments(
                """
                交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,交易单号,备注
                2026-10-03 12:30:22,商户消费,星巴克,拿铁,支出,¥38.00,零钱,4200002345,"/"
                2026-10-04 08:10:00,转账,李四,房租,支出,¥3800.00,招商银行(1234),4200002346,十月
                """))
        .containsExactly(
            "2026-10-03 12:30:22 | 商户消费 | 星巴克 | 拿铁 | ¥38.00 | 零钱 | 4200002345 | /",
            "2026-10-04 08:10:00 | 转账 | 李四 | 房租 | ¥3800.00 | 招商银行(1234) | 4200002346 | 十月");
  }

  @Test
  void a_row_with_one_comma_too_many_loses_nothing() {
    String out =
        Chat.redacted(
            Chat.message(
                """
                date,payee,amount,currency
                2026-10-03,Blue Bottle,4.50,USD
                2026-10-04,Smith, Jane,9.00,USD
                """));
    assertThat(out).doesNotContain("Smith").doesNotContain("Jane").doesNotContain("9.00");
  }

  @Test
  void rows_without_a_header_are_told_by_their_shape() {
    assertThat(
            payments(
                """
                2026-10-03,Blue Bottle Coffee,-4.50,USD
                2026-10-04,Parkside Homes,-1850.00,USD
                """))
        .containsExactly(
            "2026-10-03 | Blue Bottle Coffee | -4.50 | USD",
            "2026-10-04 | Parkside Homes | -1850.00 | USD");
    assertThat(payments("03/10/2026;GB33BUKB20201555555555;12,00;Rent"))
        .containsExactly("03/10/2026 | GB33BUKB20201555555555 | 12,00 | Rent");
    assertThat(payments("my bank says:\n2026-10-03,Blue Bottle,-4.50\n"))
        .containsExactly("2026-10-03 | Blue Bottle | -4.50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-03,cpu load,0.52",
        "2026-10-03,sensor A,-0.53",
        "2026-10-03 10:22:33,INFO,started in 4.50 seconds",
        "a,b,c\n1,2,3\n4,5,6",
        "Apple stock closed at $189.30 on 2026-10-03.",
        "The meeting on 2026-10-03 is about the budget of 5 million.",
        "date,host,load\n2026-10-03,web1,0.5\n",
        "Dear all, the date, the amount, the payee\nare all unknown to me, sadly, as yet",
        "{\"date\":\"2026-10-03\",\"name\":\"x\",\"value\":1.5}",
        "{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"number\",\"description\":\"how"
            + " much\"},"
            + "\"currency\":{\"type\":\"string\",\"enum\":[\"USD\",\"EUR\"],\"default\":\"USD\"},"
            + "\"payee\":{\"type\":\"string\",\"default\":\"\"},\"date\":{\"type\":\"string\",\"format\":\"date\"}}}",
        "{\"amount\":null,\"currency\":null,\"payee\":null,\"date\":null}",
      })
  void what_only_looks_like_a_payment_is_left_alone(String text) {
    assertThat(payments(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":%s,\"currency\":\"USD\",\"payee\":\"Bob\"}",
        "{\"id\":1,\"amount\":{\"value\":%s,\"currency\":\"USD\"},\"payee\":{\"name\":\"Bob\"}}",
        "{\"transactionAmount\":%s,\"currency_code\":\"USD\",\"Merchant Name\":\"Bob\"}",
        "{\"list\":[{\"金额\":%s,\"币种\":\"USD\",\"收款人\":\"Bob\"}]}",
        "{\"payment\":{\"amount\":%s,\"currency\":\"USD\"},\"payee\":\"Bob\"}",
        "Sure: {\"jine\":%s,\"bizhong\":\"USD\",\"shoukuanren\":\"Bob\"} done",
      })
  void an_object_with_three_fields_is_a_payment(String text) {
    assertThat(payments(text.replace("%s", "12.50"))).containsExactly("12.50 | USD | Bob");
    assertThat(payments(text.replace("%s", "\"12.50\""))).containsExactly("12.50 | USD | Bob");
  }

  @Test
  void each_object_of_a_list_is_its_own_payment_and_memo_goes_with_it() {
    String body =
        """
        {"model":"m","x":[
          {"amount":1,"date":"2026-10-03","account":"DE89 3704","memo":"for {you}"},
          {"amount":2,"date":"2026-10-04","account":"DE89 3705","memo":["a","b"]}]}\
        """;
    assertThat(Chat.classify(body).counts()).containsEntry(Category.PAYMENT_TRANSACTION, 2);
    assertThat(Chat.redacted(body))
        .isEqualTo(
            """
            {"model":"m","x":[
              {"amount":0,"date":"REDACTED_DATE","account":"REDACTED_ACCOUNT","memo":"REDACTED_MEMO"},
              {"amount":0,"date":"REDACTED_DATE","account":"REDACTED_ACCOUNT","memo":["REDACTED_MEMO","REDACTED_MEMO"]}]}\
            """);
  }

  @Test
  void lines_of_field_and_value_that_follow_one_another_are_one_payment() {
    assertThat(
            payments(
                """
                Receipt
                - Amount: 45.20
                - Currency: USD
                - **Payee:** Blue Bottle
                - Memo: two coffees

                Amount: 3.00
                Date: 2026-10-03
                Reference: R-77
                Amount: 4.00
                Date: 2026-10-04
                Reference: R-78
                """))
        .containsExactly(
            "45.20 | USD | Blue Bottle | two coffees",
            "3.00 | 2026-10-03 | R-77",
            "4.00 | 2026-10-04 | R-78");
    assertThat(payments("金额：128.00元\n收款人：张三\n交易时间：2026年10月3日 12:30\n备注：午饭"))
        .containsExactly("128.00元 | 张三 | 2026年10月3日 12:30 | 午饭");
    assertThat(payments("amount=45.20; payee=Bob; date=2026-10-03"))
        .containsExactly("45.20 | Bob | 2026-10-03");
    assertThat(payments("Amount: 1,045.20, Payee: Bob Ltd, Date: 3 Oct 2026"))
        .containsExactly("1,045.20 | Bob Ltd | 3 Oct 2026");
  }

  @Test
  void a_sentence_that_tells_of_a_payment_is_one() {
    assertThat(payments("On 2026-10-03 I paid USD 45.20 to Blue Bottle Coffee, ref 8817262."))
        .containsExactly("2026-10-03 | USD | 45.20 | Blue Bottle Coffee | 8817262");
    assertThat(payments("You were charged $12.99 at Corner Shop on Oct 3, 2026. Is that right?"))
        .containsExactly("$12.99 | Corner Shop | Oct 3, 2026");
    assertThat(payments("2026年10月3日向张三转账128.00元，流水号20261003123456。"))
        .containsExactly("2026年10月3日 | 张三 | 128.00元 | 20261003123456");
    assertThat(payments("I paid $5 to Ann on 2026-10-03. I paid $6 to Bob on 2026-10-04."))
        .containsExactly("$5 | Ann | 2026-10-03", "$6 | Bob | 2026-10-04");
  }

  @Test
  void a_card_in_a_payment_is_its_account_and_also_a_card() {
    String text = "{\"amount\":5,\"date\":\"2026-10-03\",\"card\":\"4929127381726356\"}";
    assertThat(Chat.found(text))
        .containsExactlyInAnyOrder(
            "payment.card 4929127381726356",
            "payment.transaction 5 | 2026-10-03 | 4929127381726356");
  }

  @Test
  void a_statement_inside_json_in_a_tool_result_is_read_through_both_escapes() {
    String inner = "{\"csv\":\"" + Chat.escaped(STATEMENT) + "\"}";
    Classification c = Chat.classify(Chat.message(inner));
    assertThat(c.counts()).containsEntry(Category.PAYMENT_TRANSACTION, 3);
    assertThat(c.findings().getFirst().place()).isEqualTo("messages[].content>json");
    assertThat(Chat.redacted(Chat.message(inner)))
        .contains("REDACTED_DATE,\\\\\\\"REDACTED_MEMO\\\\\\\",REDACTED_PAYEE,REDACTED_AMOUNT");
  }
}
