package dev.demarc.classify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Payments as banks, shops, people and programs write them, and what only looks like one.
@SuppressWarnings("StringConcatToTextBlock") // a line of a notation is a line of the test
class PaymentTextsTest {
  private static final Pattern PART = Pattern.compile("⟦(.*?)⟧");

  /// Each part that belongs to the payment stands in brackets.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "【招商银行】您账户⟦1234⟧于⟦11月20日⟧12:35在⟦星巴克⟧消费⟦人民币38.00⟧元，余额⟦1,204.33元⟧。",
        "【工商银行】您尾号⟦5678⟧的储蓄卡⟦11月20日⟧14:02支出(消费)⟦128.50元⟧，余额⟦3021.44元⟧。",
        "【中国银行】您尾号⟦8899⟧账户于⟦2026年11月20日⟧转出⟦人民币5000.00⟧元，对方户名⟦张伟⟧。",
        "您向⟦张三⟧付款⟦88.00元⟧，交易时间⟦2026-11-20 10:22:33⟧，交易单号⟦4200002345⟧。",
        "支付宝：您于⟦2026-11-20⟧向⟦美团外卖⟧付款⟦35.50元⟧，订单号⟦20261120220014⟧。",
        "微信支付：您已成功向⟦李四⟧转账⟦200元⟧，时间⟦2026-11-20 09:11⟧。",
        "【建设银行】您尾号⟦1234⟧的信用卡于⟦11月3日⟧在⟦京东商城⟧消费⟦¥299.00⟧。",
        "今天在⟦沃尔玛⟧用尾号⟦4321⟧的卡刷了⟦256.8元⟧",
        "昨天（⟦11月19日⟧）给⟦房东王建国⟧转了⟦3200元⟧房租",
        "Your Chase card ending in ⟦1234⟧ was charged ⟦$45.20⟧ at ⟦Blue Bottle Coffee⟧ on ⟦Nov 20,"
            + " 2026⟧.",
        "Wells Fargo: A ⟦$120.00⟧ purchase was made at ⟦TARGET⟧ on 11/20 with card ending ⟦9921⟧.",
        "ALERT: You spent ⟦EUR⟧ ⟦23.40⟧ at ⟦LIDL⟧ on ⟦20/11/2026⟧ using card *1234. Avl bal EUR"
            + " 540.22",
        "Merchant: ⟦Blue Bottle Coffee⟧\nAmount: ⟦$45.20⟧\nDate: ⟦2026-11-20⟧\nCard: **** ⟦1234⟧",
        "Merchant: ⟦Corner Shop⟧\nTotal: ⟦$12.99⟧\nDate: ⟦Nov 20, 2026⟧",
        "Thank you for your order!\n"
            + "Order number: 113-8827364\n"
            + "Order date: ⟦November 20, 2026⟧\n"
            + "Order total: ⟦$86.12⟧\n"
            + "Payment method: ⟦Visa ending in 1234⟧",
        "Payment receipt\n"
            + "Paid to: ⟦Acme Utilities⟧\n"
            + "Amount paid: ⟦£54.00⟧\n"
            + "Payment date: ⟦20 November 2026⟧\n"
            + "Reference: ⟦INV-20261120⟧",
        "商户：⟦星巴克⟧\n金额：⟦38.00元⟧\n时间：⟦2026-11-20 12:35:00⟧\n交易单号：⟦4200001234⟧",
        "收款方：⟦王小明⟧\n付款金额：⟦￥200.00⟧\n付款时间：⟦2026年11月20日⟧",
        "I transferred ⟦€1,200.00⟧ to ⟦Maria Lopez⟧ on ⟦3 March 2026⟧ for rent.",
        "On ⟦March 3⟧ we wired ⟦$25,000⟧ to ⟦Northwind Traders⟧, reference ⟦WT-88213⟧.",
        "She paid ⟦45⟧ ⟦euros⟧ to the plumber on Monday, invoice ⟦7781⟧",
        "Refund of ⟦$15.00⟧ from ⟦Amazon⟧ on ⟦2026-11-20⟧ to card ending ⟦4432⟧.",
        "⟦2026-11-20⟧ ⟦POS PURCHASE STARBUCKS #1234 SEATTLE WA⟧ ⟦-5.45⟧ ⟦1,204.33⟧",
        "⟦11/20⟧ ⟦DEBIT CARD PURCHASE WHOLE FOODS MKT⟧ ⟦$82.13⟧",
        "⟦20 Nov 2026⟧  ⟦TESCO STORES 3321  CARD PAYMENT⟧  ⟦£23.10⟧  ⟦£540.22⟧",
        "⟦2026-11-20⟧ | ⟦Starbucks⟧ | ⟦5.45⟧ | ⟦USD⟧",
        "{\"txn_id\":\"⟦TX88123⟧\",\"amount\":⟦4520⟧,\"currency\":\"⟦USD⟧\",\"merchant\":{\"name\":\"⟦Blue"
            + " Bottle⟧\"},\"created_at\":\"⟦2026-11-20T10:00:00Z⟧\"}",
        "{\"transaction\":{\"date\":\"⟦2026-11-20⟧\",\"amount\":{\"amount\":\"⟦45.20⟧\",\"currency\":\"⟦EUR⟧\"},\"creditorName\":\"⟦Lidl⟧\"}}",
        "{\"mcc\":\"⟦5411⟧\",\"amount\":⟦23.4⟧,\"merchantName\":\"⟦LIDL⟧\",\"timestamp\":⟦1790000000⟧}",
        "INSERT INTO payments (id, amount, currency, payee, paid_at) VALUES (1, ⟦45.20⟧, '⟦USD⟧',"
            + " '⟦Blue Bottle⟧', '⟦2026-11-20⟧');",
        "txn_id,amount,currency,merchant,date\n⟦TX1⟧,⟦45.20⟧,⟦USD⟧,⟦Blue Bottle⟧,⟦2026-11-20⟧",
        "交易日期,交易金额,对方户名,摘要\n⟦2026-11-20⟧,⟦128.00⟧,⟦张三⟧,⟦转账⟧",
        "| Date | Merchant | Amount |\n|---|---|---|\n| ⟦2026-11-20⟧ | ⟦Blue Bottle⟧ | ⟦$45.20⟧ |",
        ":20:⟦REF12345⟧\n"
            + ":32A:⟦261120EUR1200,00⟧\n"
            + ":50K:⟦JOHN DOE⟧\n"
            + ":59:/DE89370400440532013000\n"
            + "MARIA LOPEZ",
        "amount=⟦45.20⟧&currency=⟦USD⟧&payee=⟦Blue+Bottle⟧&date=⟦2026-11-20⟧",
        "2026-11-20T10:00:00Z INFO payment processed amount=⟦45.20⟧ currency=⟦USD⟧ merchant=\"⟦Blue"
            + " Bottle⟧\" ref=⟦TX88123⟧",
        "POST /pay?amount=⟦45.20⟧&currency=⟦USD⟧&merchant=⟦Blue%20Bottle⟧&txn_id=⟦TX99⟧",
        "您的账户*⟦1234⟧于⟦11月20日⟧收到⟦张三⟧转入的⟦500.00元⟧",
        "张三 ⟦2026-11-20⟧ 转账 ⟦500元⟧ 流水号 ⟦88213312⟧",
        "Payment of ⟦$240.00⟧ to ⟦City Water⟧ was posted to account ⟦7788⟧ on ⟦11/20/2026⟧.",
        "Venmo: Bob paid you ⟦$30.00⟧ on ⟦Nov 20, 2026⟧",
        "PayPal: You sent ⟦$75.00⟧ USD to ⟦Jane Roe⟧. Transaction ID: 8AB12345CD678901E. Nov 20,"
            + " 2026",
        "[Bank] Your account ending ⟦4432⟧ was debited ⟦USD⟧ ⟦1,250.00⟧ on ⟦15 Jan 2026⟧ to"
            + " ⟦PARKSIDE HOMES⟧.",
        "Dear customer, ⟦INR⟧ ⟦560.00⟧ spent on ICICI Bank Card XX9001 on ⟦12-Nov-26⟧ at ⟦ZOMATO⟧.",
        "Zelle payment of ⟦$300.00⟧ to ⟦Dana Fox⟧ sent on ⟦11/02/2026⟧. Confirmation JX88213.",
        "We received your payment of ⟦$89.99⟧ on ⟦November 2, 2026⟧. Thank you, Comcast.",
        "Your invoice ⟦INV-3321⟧ for ⟦€420.00⟧ was paid on ⟦2026-10-02⟧ by Hans Meier.",
        "Order #⟦77281⟧ — charged ⟦$64.10⟧ to ⟦Mastercard⟧ ending ⟦8821⟧ on ⟦Oct 2, 2026⟧",
        "我在⟦11月20日⟧给⟦淘宝店家⟧付了⟦99元⟧",
        "⟦2026年11月20日 14:22⟧ 收款方 ⟦北京地铁⟧ 支付金额 ⟦5.00元⟧ 交易单号 ⟦420000988⟧",
        "【平安银行】您的信用卡尾号⟦7788⟧于⟦2026-11-20 09:33⟧消费⟦人民币456.00⟧元，商户：⟦盒马鲜生⟧。",
        "支付宝到账⟦500元⟧，付款方：⟦张三⟧，时间：⟦2026-11-20 10:00⟧",
        "微信支付凭证\n付款金额 ⟦￥28.00⟧\n收款方 ⟦肯德基⟧\n支付时间 ⟦2026-11-20 12:01:22⟧\n交易单号 ⟦42000088⟧",
        "商户名称：⟦全家便利店⟧\n消费金额：⟦￥23.50⟧\n交易时间：⟦2026-11-20 08:12:11⟧\n支付方式：⟦招商银行储蓄卡(1234)⟧",
        "转账金额：⟦5000元⟧\n收款账号：⟦6228480402564890018⟧\n收款人：⟦王芳⟧\n备注：⟦学费⟧",
        "{\"金额\":\"⟦88.00⟧\",\"收款方\":\"⟦张三⟧\",\"时间\":\"⟦2026-11-20 10:00⟧\"}",
        "{\"交易流水号\":\"⟦20261120001⟧\",\"交易金额\":⟦88.0⟧,\"交易时间\":\"⟦2026-11-20⟧\"}",
        "{\"payment\":{\"id\":\"pi_3\",\"amount\":⟦2000⟧,\"currency\":\"⟦usd⟧\",\"description\":\"⟦Coffee⟧\",\"created\":⟦1790000000⟧}}",
        "{\"debit\":{\"iban\":\"⟦DE89370400440532013000⟧\"},\"credit\":{\"name\":\"Lidl\"},\"amount\":⟦23.4⟧,\"currency\":\"⟦EUR⟧\"}",
        "{\"booking_date\":\"⟦2026-11-20⟧\",\"value\":\"-23.40\",\"currency\":\"⟦EUR⟧\",\"counterparty\":\"⟦LIDL⟧\"}",
        "Account,Posted,Payee,Amount\n⟦Checking⟧,2026-11-20,⟦Lidl⟧,⟦-23.40⟧",
        "时间,金额,收款方\n⟦2026-11-20⟧,⟦88.00⟧,⟦张三⟧",
        "| 日期 | 商户 | 金额 |\n|---|---|---|\n| ⟦2026-11-20⟧ | ⟦星巴克⟧ | ⟦¥38.00⟧ |",
        "Date: ⟦20/11/2026⟧\nPayee: ⟦Lidl⟧\nAmount: ⟦€23.40⟧\nIBAN: ⟦DE89 3704 0044 0532 0130 00⟧",
        "Transaction ID: ⟦TX998⟧\nAmount: ⟦$12.00⟧\nStatus: completed\nDate: ⟦2026-11-20⟧",
        "**Merchant:** ⟦Uber⟧\n**Amount:** ⟦$18.20⟧\n**Date:** ⟦Nov 3, 2026⟧",
        "Paid ⟦$18.20⟧ to ⟦Uber⟧ on ⟦Nov 3⟧",
        "spent ⟦23.40⟧ ⟦EUR⟧ at ⟦Lidl⟧ on ⟦20.11.2026⟧",
        "txn=TX99 amt=⟦45.20⟧ ccy=⟦EUR⟧ merchant=⟦Lidl⟧ ts=2026-11-20T10:00:00Z",
        "payment amount=⟦45.20⟧ currency=⟦USD⟧ payee=⟦Bob⟧",
        "https://pay.acme.io/c?amount=⟦45.20⟧&currency=⟦EUR⟧&reference=⟦TX99⟧",
        "⟦2026-11-20 10:22:01⟧ [payments] txn ⟦TX882⟧ of ⟦EUR⟧ ⟦45.20⟧ to ⟦Lidl⟧ settled",
        "⟦20.11.2026⟧;⟦Lidl⟧;⟦-23,40⟧;⟦EUR⟧",
        "⟦Uber⟧  ⟦Nov 3, 2026⟧  ⟦$18.20⟧  ⟦Visa 1234⟧",
        "Buchungstag: ⟦20.11.2026⟧\nEmpfänger: ⟦Lidl⟧\nBetrag: ⟦23,40⟧\nWährung: ⟦EUR⟧",
        "Fecha: ⟦20/11/2026⟧\nConcepto: ⟦cena⟧\nImporte: ⟦-23,40⟧\nDivisa: ⟦EUR⟧",
        "Data operacji: ⟦2026-11-20⟧\nOdbiorca: ⟦Żabka⟧\nKwota: ⟦12,99⟧\nWaluta: ⟦PLN⟧",
        "Date d'opération : ⟦20/11/2026⟧\n"
            + "Bénéficiaire : ⟦Monoprix⟧\n"
            + "Montant : ⟦12,99⟧\n"
            + "Devise : ⟦EUR⟧",
        "⟦2026-11-20⟧T10:00:00Z INFO 交易日期=2026-11-20 金额=⟦12.50⟧ 收款人=⟦王记小吃⟧",
        "paid_at=⟦2026-11-20⟧\ncard_last4=1234\ntotal=⟦12.50⟧\ncurrency=⟦EUR⟧\nmerchant=⟦Lidl⟧",
        "Virement de ⟦45,20⟧ ⟦EUR⟧ à ⟦Monoprix⟧ le ⟦20.11.2026⟧",
        "Płatność kartą ⟦1234⟧ na kwotę ⟦12,99⟧ ⟦PLN⟧ w ⟦Żabce⟧ dnia ⟦2026-11-20⟧",
        "⟦2026-11-20⟧ Księgarnia ⟦-12,99⟧ ⟦PLN⟧ zakup kartą",
        "Pago con tarjeta de ⟦45,20⟧ ⟦EUR⟧ en ⟦Mercadona⟧ el ⟦20/11/2026⟧",
        "no,text\n1,\"Datum;Zweck;Betrag;Währung\n⟦20.11.2026⟧;Lidl;⟦-23,40⟧;⟦EUR⟧\"\n2,ok",
        "date,description,amount\n⟦2026-11-20⟧,⟦SPOTIFY AB⟧,⟦-9.99⟧"
      })
  void a_text_that_tells_of_one_payment_has_its_parts(String marked) {
    String parts =
        PART.matcher(marked).results().map(part -> part.group(1)).collect(joining(" | "));
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, unmarked(marked))).containsExactly(parts);
  }

  /// The amount stands in brackets.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "李雷于2026年11月3日通过支付宝转给王芳⟦1,500⟧元",
        "Rs.⟦2,500.00⟧ debited from a/c XX4567 on 20-11-26 to VPA ravi@okaxis. UPI Ref"
            + " 632145698712.",
        "HDFC Bank: INR ⟦1,200⟧ debited from A/c **1234 on 20-Nov-26. Info: SWIGGY.",
        "11月20日，张伟向李娜转账人民币⟦3,000⟧元，备注房租",
        "【农业银行】您尾号为3321的账户于11月20日14时22分完成转账交易，金额：⟦1,000.00⟧元，收款人：刘洋。",
        "Von meinem Konto wurden am 20.11.2026 ⟦45,20⟧ EUR an Lidl überwiesen.",
        "20.11.2026 Lastschrift Stadtwerke Mandat M77 Betrag -⟦45,20⟧ EUR"
      })
  void where_its_parts_are_hard_to_tell_the_payment_is_found_and_its_amount_goes(String marked) {
    String text = unmarked(marked);
    String amount = marked.substring(marked.indexOf('⟦') + 1, marked.indexOf('⟧'));
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, text)).hasSize(1);
    assertThat(Chat.redacted(Chat.message(text))).doesNotContain(amount);
  }

  private static String unmarked(String marked) {
    return marked.replaceAll("[⟦⟧]", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sku,name,price,currency,updated_at\nA-100,Lamp,39.90,EUR,2026-03-01",
        "Artikelnummer;Bezeichnung;Preis;Währung;Datum\n4711;Lampe;39,90;EUR;01.03.2026",
        "sku,name,amount,currency,created\nA-100,Lamp,39.90,EUR,2026-03-01",
        "商品编码,商品名称,单价,币种,更新日期\n1001,台灯,39.90,CNY,2026-03-01",
        "| Product | Price | Currency | Date |\n"
            + "|---|---|---|---|\n"
            + "| Lamp | 39.90 | EUR | 2026-03-01 |",
        "{\"sku\":\"A-100\",\"currency\":\"EUR\",\"stock\":20,\"created\":\"2026-03-01\",\"store\":\"Main\"}",
        "transaction_id: n/a\namount: N/A\npayee: undefined\ncreated: 2025-08-09T22:03:18Z",
        "transaction_id,amount,payee,created\n-,null,none,2023-07-28T18:23:50Z",
        "Die Zahlung ist bis zum 20.11.2026 fällig, der Beitrag beträgt 30 EUR.",
        "Le prix passe à 30 EUR le 01.01.2026 pour tout achat.",
        "La compra de la empresa por 30 millones de euros se cerró el 20.11.2026.",
        "Zakup za 30 mln zł planowany jest na 20.11.2026.",
        "Iced latte costs $4.50 and a muffin costs $3.00",
        "Apple stock closed at $189.30 on 2026-10-03.",
        "The government approved a $5 billion package on March 3, 2026.",
        "Our budget for 2026 is $120,000, of which $40,000 for marketing.",
        "product,price,stock\nWidget,9.99,12\nGadget,19.99,4",
        "| Product | Price | Updated |\n|---|---|---|\n| Widget | $9.99 | 2026-11-20 |",
        "Invoice No: ____\nDate: ____\nAmount: ____",
        "Invoice number:\nDate:\nAmount:\n",
        "v2.3.1 released on 2026-11-20: fixed payment bug #1234",
        "Role: Senior Engineer, Salary: $150,000, Currency: USD",
        "role,level,salary,currency\nEngineer,L5,150000,USD",
        "2026-11-20,AAPL,189.30,USD",
        "date,symbol,close,volume\n2026-11-20,AAPL,189.30,1000000",
        "benchmark,date,time_ms\nparse,2026-11-20,12.5",
        "def transfer(amount, currency, payee, date):",
        "The company paid $2.5 million in fines in 2024, according to a report published on March"
            + " 3, 2026.",
        "据新华社报道，2026年3月3日，财政部拨款50亿元用于教育支出。",
        "公司2026年第一季度营业收入达12.5亿元，同比增长8%。",
        "某地2026年11月20日消费券发放总额5000万元。",
        "Tickets cost $25 at the door on March 3.",
        "The central bank purchased $5 billion of bonds from dealers on March 3, 2026.",
        "Price: $9.99\nDate: 2026-11-20",
        "version: 1.2\ndate: 2026-11-20\nref: abc123",
        "total: 128\ndate: 2026-11-20\ntime: 10:22",
        "Amount: 2 cups flour\nTime: 30 minutes\nNotes: mix well",
        "{\"name\":\"Widget\",\"price\":9.99,\"currency\":\"USD\",\"date\":\"2026-11-20\"}",
        "{\"amount\":\"2 tbsp\",\"time\":\"10 min\",\"note\":\"stir\"}",
        "name,amount,time\nload,0.5,10:00",
        "Transfer rates reached $5 per GB on 2026-11-20 at AWS",
        "commit date: 2026-11-20, ref: main, description: fix",
        "EUR/USD 1.0854 on 2026-11-20",
        "The invoice template has fields for amount, currency, date and payee.",
        "{\"date\":\"2026-11-20\",\"open\":1.2,\"close\":1.3,\"currency\":\"USD\",\"volume\":100}",
        "time=\"2026-11-20T10:00:00Z\" level=info msg=\"sync done\" ref=refs/heads/main"
            + " account=prod",
        "Net sales rose 8% to $12.5 million in the quarter ended March 31, 2026.",
        "Subscription plans: Basic $9/month, Pro $29/month. Updated 2026-11-20.",
        "The fee is $25 per transaction as of January 1, 2026.",
        "Bitcoin fell to $61,000 on November 20, 2026.",
        "On March 3, 2026 the ECB cut its deposit rate to 2 percent.",
        "GDP 2026: 20.1万亿元",
        "限时优惠：11月20日起，拿铁仅需19.9元",
        "门票价格80元，开放时间9:00-17:00",
        "2026年11月20日，A股成交额突破1万亿元，交易活跃。",
        "sku,description,price,currency\nA1,Widget,9.99,USD",
        "item,qty,amount\nWidget,2,19.98",
        "| Role | Salary | Currency | Date |\n"
            + "|---|---|---|---|\n"
            + "| Engineer | 120000 | USD | 2026 |",
        "const total = amount * rate; // date: 2026-11-20",
        "amount: number;\ncurrency: string;\ndate: Date;",
        "type Payment = { amount: number, currency: string, payee: string }",
        "CREATE TABLE payments (id INT, amount DECIMAL(10,2), currency CHAR(3), payee TEXT, paid_at"
            + " DATE);",
        "SELECT date, amount, payee FROM payments WHERE amount > 100;",
        "{\"amount\":\"number\",\"currency\":\"string\",\"payee\":\"string\",\"date\":\"string\"}",
        "Amount: {{amount}}\nDate: {{date}}\nPayee: {{payee}}",
        "Payee: ________\nAmount: ________\nDate: ________",
        "## 1.4.0 - 2026-11-20\n- payment: fix currency rounding (#4412)",
        "time=12.5ms ref=abc12 account=test",
        "date: 2026-11-20\ndescription: Release notes\ncomment: none",
        "title: My post\ndate: 2026-11-20\ncategory: finance\nauthor: Jo",
        "name: deploy\ntime: 2026-11-20T10:00:00Z\nref: refs/heads/main\nmerchant: none",
        "The deposit insurance covers $250,000 per depositor since October 3, 2008.",
        "10:22:01 transfer of 45 MB to host on 2026-11-20 done",
        "2026-11-20 10:22:01 INFO transaction committed in 12.50",
        "2026-11-20 payment service latency 12.50"
      })
  void prices_news_budgets_and_code_are_no_payments(String text) {
    assertThat(Found.of(Category.PAYMENT_TRANSACTION, text)).isEmpty();
  }
}
