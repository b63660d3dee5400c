package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payments in the notations of banks and books, on receipts, in lists, and told in the sentences
/// of eight languages, each with how many there are (`~` stands for a caret); and what looks like
/// one and is a schema, a rate, a price or news.
class PaymentNotationsTest {
  private static int payments(String text) {
    return Found.of(Category.PAYMENT_TRANSACTION, Found.lines(text).replace('~', '^')).size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "1 ^ ; journal\\n2025-02-03 ! Rewe\\n"
            + "    Ausgaben:Lebensmittel   45,20 EUR\\n"
            + "    Aktiva:Giro",
        "1 ^ 2025/04/01 (101) Landlord\\n  Expenses:Rent    $1,200.00\\n  Assets:Checking",
        "1 ^ 2025-05-02 * \"Kaffeehaus\" \"Lunch with Eva\"\\n"
            + "  Expenses:Food  12.40 EUR\\n"
            + "  Assets:Cash",
        "1 ^ !Type:Bank\\nD03/14/2025\\nT-84.00\\nPFahrradladen am Markt\\nMrepair\\n~",
        "2 ^ !Type:CCard\\nD4/2/25\\nT-12.30\\nPStarbucks\\n~\\nD4/3/25\\nT-80.00\\nPShell\\n~",
        "1 ^ <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250401<TRNAMT>1500.00<FITID>99812<NAME>PAYROLL"
            + " ACME</STMTTRN>",
        "2 ^ <BANKTRANLIST>\\n<STMTTRN>\\n<TRNTYPE>DEBIT</TRNTYPE>\\n<DTPOSTED>20250301</DTPOSTED>\\n<TRNAMT>-20.00</TRNAMT>\\n<NAME>LIDL</NAME>\\n</STMTTRN>\\n<STMTTRN>\\n<TRNTYPE>DEBIT\\n<DTPOSTED>20250302\\n<TRNAMT>-31.10\\n<NAME>ALDI\\n</STMTTRN>",
        "1 ^ <Ntry><Amt"
            + " Ccy=\"CHF\">75.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2025-01-09</Dt></BookgDt></Ntry>",
        "1 ^ <Amt Ccy=\"EUR\">55.20</Amt>\\n<BookgDt><Dt>2025-03-03</Dt></BookgDt>\\n<Dbtr><Nm>Ilse"
            + " Brandt</Nm></Dbtr>",
        "1 ^ <ns2:DrctDbtTxInf><ns2:InstdAmt"
            + " Ccy=\"EUR\">29.90</ns2:InstdAmt><ns2:Dbtr><ns2:Nm>Anton"
            + " Huber</ns2:Nm></ns2:Dbtr><ns2:DbtrAcct><ns2:Id><ns2:IBAN>AT483200000012345864</ns2:IBAN></ns2:Id></ns2:DbtrAcct></ns2:DrctDbtTxInf>",
        "1 ^ <payment>\\n"
            + "  <amount currency=\"EUR\">120.00</amount>\\n"
            + "  <date>2025-02-02</date>\\n"
            + "  <payee>Anna Huber</payee>\\n</payment>",
        "1 ^ <transaction><id>T9</id><amount>12.00</amount><currency>USD</currency><merchant>Deli"
            + " 9</merchant><date>2025-02-02</date></transaction>",
        "1 ^ :61:2503070307D84,00NTRFNONREF//88213\\n:86:REWE SAGT DANKE",
        "1 ^ <Document><BkToCstmrDbtCdtNtfctn><Ntfctn><Ntry><Amt"
            + " Ccy=\"EUR\">10.00</Amt><ValDt><Dt>2025-01-02</Dt></ValDt><AcctSvcrRef>9981-22</AcctSvcrRef></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>",
        "2 ^ <PmtInf><ReqdExctnDt>2025-03-01</ReqdExctnDt><CdtTrfTxInf><PmtId><EndToEndId>S-1</EndToEndId></PmtId><Amt><InstdAmt"
            + " Ccy=\"EUR\">1.00</InstdAmt></Amt><Cdtr><Nm>A."
            + " Vos</Nm></Cdtr></CdtTrfTxInf><CdtTrfTxInf><PmtId><EndToEndId>S-2</EndToEndId></PmtId><Amt><InstdAmt"
            + " Ccy=\"EUR\">2.00</InstdAmt></Amt><Cdtr><Nm>B."
            + " Vos</Nm></Cdtr></CdtTrfTxInf></PmtInf>",
        "1 ^ {1:F01BANKDEFFAXXX0000000000}{2:I103BANKFRPPXXXXN}{4:\\n:20:REF123\\n:32A:250301EUR100,00\\n:50K:/DE89370400440532013000\\nMAX"
            + " MUSTER\\n:59:/FR7630006000011234567890189\\nPAUL DURAND\\n-}",
        "1 ^ :20:STMT1\\n:25:37040044/532013000\\n:61:2503010301C100,50NTRFNONREF\\n:86:166?00GUTSCHRIFT?32MAX"
            + " MUSTER",
        "1 ^ 2025-01-15 Supermarket ; weekly\\n\\tExpenses:Food\\t\\t$32.10\\n\\tAssets:Cash",
        "1 ^ 2025-03-20 ! \"Dr. Weber\" \"Zahnreinigung\"\\n"
            + "  Ausgaben:Gesundheit  95.00 EUR\\n"
            + "  Aktiva:Giro  -95.00 EUR",
        "2 ^ 2025-01-15 * Coffee\\n"
            + "    expenses:food  3.20 EUR\\n"
            + "    assets:cash\\n\\n2025-01-16 * Tea\\n"
            + "    expenses:food  2.20 EUR\\n"
            + "    assets:cash",
        "1 ^ 2025-06-01 转账给小王 500元",
        "1 ^ <Transaction>\\n<Date>2025-02-02</Date>\\n<Amount>-12.50</Amount>\\n<Currency>EUR</Currency>\\n<Description>Lidl</Description>\\n<Account>DE89370400440532013000</Account>\\n</Transaction>",
        "1 ^ <camt:Ntry>\\n"
            + " <camt:Amt Ccy=\"PLN\">100.00</camt:Amt>\\n"
            + " <camt:ValDt><camt:DtTm>2025-01-01T10:00:00</camt:DtTm></camt:ValDt>\\n</camt:Ntry>"
      })
  void messages_of_banks_and_books_in_plain_text_are_read(int count, String text) {
    assertThat(payments(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "1 ^ Kassenbon\\nEDEKA Neumann\\n2 x Milch 2,38\\nBrot 3,20\\nSUMME EUR 5,58\\nBAR"
            + " 10,00\\n12.03.2025 17:22",
        "1 ^ SCONTRINO\\nBar Centrale\\nCaffè 1,20\\nCornetto 1,50\\nTOTALE € 2,70\\n14/03/2025"
            + " 08:11",
        "1 ^ Ticket de caisse\\nMonoprix Lyon\\n03/05/2025 18:40\\nTOTAL 34,12 EUR\\nCB 34,12",
        "1 ^ FACTURA SIMPLIFICADA\\nMercadona S.A.\\n05/04/2025 12:10\\nTOTAL (€) 27,45\\nTARJETA"
            + " BANCARIA 27,45",
        "1 ^ Talão\\nPingo Doce\\nData: 02/02/2025\\nTOTAL 18,90 EUR\\nMultibanco",
        "1 ^ PARAGON FISKALNY\\nŻabka Z1234\\n2025-04-02\\nSUMA PLN 23,40\\nKARTA",
        "1 ^ Kassabon\\nAlbert Heijn\\n12-05-2025 16:20\\nTotaal 23,10 EUR\\nPIN",
        "1 ^ RECEIPT\\nGreen Grocer\\n04/11/2025 14:02\\nApples 2.40\\nTOTAL $9.15\\nVISA ****1234",
        "1 ^ 购物小票\\n全家便利店\\n2025-03-02 08:12\\n合计 23.50元\\n微信支付",
        "1 ^ Payment advice\\nDate 12 May 2025\\nAmount EUR 420.00\\nBeneficiary Louise"
            + " Carter\\nReference INV-2231",
        "1 ^ Direct deposit notice\\nTrace number 021000021234567\\nEffective date"
            + " 05/02/2025\\nAmount $2,114.55\\nEmployee Dana Whitfield",
        "1 ^ ACH credit\\nCompany ACME PAYROLL\\nAmount $900.00\\nDate 2025-03-03\\nAccount"
            + " 4410029381",
        "3 ^ Payouts done today:\\n1. 2025-03-01 Anna Schmidt 120.00 EUR IBAN on file\\n2."
            + " 2025-03-01 Tom Berg 80.00 EUR\\n3. 2025-03-02 Lea Wolf 65.50 EUR",
        "1 ^ 2026-10-03 Rewe\\n  expenses:food  12.40\\n  assets:cash",
        "1 ^ <Bal/><Ntry><Amt Ccy=\"EUR\">55.20</Amt><BookgDt><Dt>2025-03-03</Dt></BookgDt>"
            + "<Dbtr><Nm>Ilse Brandt</Nm></Dbtr></Ntry>",
        "2 ^ <payment/><Amt Ccy=\"EUR\">1.20</Amt><Dt>2025-03-03</Dt><Nm>Ann</Nm>"
            + "<Amt Ccy=\"EUR\">2.20</Amt><Dt>2025-03-04</Dt><Nm>Lea</Nm>",
        "1 ^ Credited this week:\\n- 2026-10-03 Ann Lee 12.00 EUR",
        "1 ^ Invoices paid:\\n- 2026-10-03 Ann Lee 12.00 EUR",
        "1 ^ Paypal transfers:\\n- 2026-10-03 Ann Lee 12.00 EUR",
        "2 ^ 工资发放明细：\\n2025-05-10 张丽华 8,200.00元 卡号6222021234567890128\\n2025-05-10 王建军 7,650.00元"
            + " 卡号6228480402564890018",
        "2 ^ Überwiesen habe ich:\\n- 03.04.2025 Karin Vogt 45,00 €\\n- 04.04.2025 Stadtwerke 88,20"
            + " €",
        "2 ^ Remboursements effectués :\\n- Paul Girard, 45,20 €, 03/04/2025\\n- Léa Martin, 18,00"
            + " €, 04/04/2025",
        "2 ^ Reimbursements paid\\nMiriam Okoye  £420.00  03/04/2025  card 4929127381726356\\nJon"
            + " Ellery  £18.20  04/04/2025  card 5301274318753213",
        "1 ^ Quittung\\nBlumen Peters\\nDatum: 14.02.2025\\nBetrag: 35,00 EUR",
        "1 ^ SCONTRINO FISCALE\\nFarmacia Rossi\\nTOTALE EURO 12,40\\nCONTANTE 20,00\\nRESTO"
            + " 7,60\\n02-05-2025 10:31",
        "1 ^ MERCHANT COPY\\nSHELL 1142\\n2025-03-01 07:14\\nTOTAL USD 48.10\\nAUTH 004412",
        "1 ^ ACH DEBIT\\nDate: 04/02/2025\\nAmount: $120.00\\nCompany: City Water\\nTrace:"
            + " 091000010000123",
        "2 ^ Payments made this week:\\n* Olga Petrova - 250.00 EUR - 02.03.2025\\n* Ivan Kolar -"
            + " 90.00 EUR - 03.03.2025",
        "2 ^ Pagos realizados:\\n1) 03/04/2025 Ana Molina 120,00 €\\n2) 04/04/2025 Juan Vidal 80,00"
            + " €",
        "2 ^ 报销已付：\\n1、2025-03-02 赵敏 320元 招行6225880212345678\\n2、2025-03-03 钱进 150.5元"
            + " 工行6222021234567890",
        "2 ^ Wypłacono:\\n- Jan Kos 1200,00 zł 2025-05-05\\n- Ewa Lis 980,00 zł 2025-05-05",
        "1 ^ Zahlungsavis\\nDatum 02.05.2025\\nBetrag 1.204,50 EUR\\nEmpfänger Holz"
            + " Becker\\nVerwendungszweck RE-2025-118",
        "1 ^ Remittance advice\\nPaid to: Greta Lund\\nAmount: 4,200.00 SEK\\nValue date:"
            + " 2025-04-30",
        "1 ^ Avis de virement\\nDate 03/04/2025\\nMontant 450,00 EUR\\nBénéficiaire Julie Caron",
        "1 ^ Justificante de pago\\nFecha: 02/03/2025\\nImporte: 89,90 €\\nBeneficiario: Luz Norte",
        "1 ^ RECIBO\\nPadaria Sol\\n05/06/2025 09:12\\nTOTAL 6,40\\nMB WAY",
        "1 ^ Receipt #4471\\nHarbor Cafe\\n06/05/2025 09:12 AM\\nSubtotal 10.00\\nTax 0.80\\nTotal"
            + " 10.80\\nMastercard 1234",
        "1 ^ PARAGON FISKALNY\\nLIDL\\n12-05-2025\\nSUMA 45,10\\nGOTÓWKA 50,00",
        "2 ^ Transfers sent:\\n• Nora Quinn, €500.00, 02/03/2025\\n• Sean Daly, €120.00,"
            + " 03/03/2025",
        "2 ^ Virements effectués\\n03/04/2025 Alice Petit 120,00 €\\n04/04/2025 Hugo Roy 80,50 €",
        "2 ^ 转账记录\\n3月1日 李梅 500元\\n3月2日 王强 300元"
      })
  void receipts_advices_and_lists_are_read(int count, String text) {
    assertThat(payments(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "1 ^ Bonjour, j'ai viré 320,50 € à Lucie Barbier le 3 février 2025.",
        "1 ^ J'ai payé 45 € chez Leroy Merlin le 12/03/2025 avec ma carte",
        "1 ^ Virement reçu de 1 250,00 € de la part de Karim Benali le 28 mai 2025",
        "1 ^ Ich habe am 3. März 2025 250 Euro an Jörg Lindner überwiesen.",
        "1 ^ Gestern (14.05.2025) wurden mir 19,99 € von Netflix abgebucht",
        "1 ^ Ayer le hice un Bizum de 35 € a Marta Rius, 12/04/2025",
        "1 ^ Envié 120,00 EUR a Pablo Serrano el 7 de mayo de 2025 por Bizum.",
        "1 ^ Ho inviato 80 € a Giulia Ferri con Satispay il 9 giugno 2025",
        "1 ^ Ho pagato 63,40 euro da Esselunga il 2 maggio 2025",
        "1 ^ Ik heb op 12 mei 2025 € 75,00 overgemaakt naar Sanne Vermeer",
        "1 ^ Tikkie: je hebt 12,50 EUR betaald aan Bram de Wit op 03-06-2025",
        "1 ^ Enviei 60€ pelo MB WAY ao Tiago Moura no dia 5 de abril de 2025",
        "1 ^ Recebeu 150,00 EUR de Inês Falcão por MB WAY em 12/01/2025",
        "1 ^ BLIK: wysłano 150,00 PLN na telefon, odbiorca Marek Sowa, 12.04.2025",
        "1 ^ Przelałem 400 zł Annie Krawczyk 7 maja 2025",
        "1 ^ Venmo: you paid Josh Adler $18.00 on Mar 3, 2025",
        "1 ^ Zelle payment of $250.00 sent to Maria Ortiz on 05/12/2025",
        "1 ^ Can you check? I Zelled $400 to Kevin Tran on 4/2/2025",
        "1 ^ I sent Priya 2,000 rupees by UPI on 14 Feb 2025, ref 412345678901",
        "1 ^ ₹1,250 paid to Sharma Kirana via UPI on 02-03-2025, UPI Ref 506123456789",
        "1 ^ 支付宝给李建国转账 500.00 元，2025-03-02 18:22",
        "1 ^ 微信转账1200元给房东刘芳，时间2025年4月1日",
        "1 ^ Swish: 350 kr till Elin Sjöberg 2025-02-11",
        "1 ^ Pix enviado: R$ 230,00 para Camila Duarte em 14/05/2025",
        "1 ^ paypal sent 42.10 USD to Oliver Grant on Jan 9 2025",
        "1 ^ Revolut: You paid €23.80 at Café Central on 2 May",
        "1 ^ TWINT: CHF 15.00 an Reto Kuhn am 04.04.2025 gesendet",
        "1 ^ [10:12] agent: the charge is EUR 89.00, Nordlicht Hotel, 3 May 2025",
        "1 ^ The disputed transaction: GBP 64.20, Brindle & Co, 19 Jan 2025",
        "1 ^ Hi, this one isn't mine: 212.40 USD, Skyhop Airlines, 11 Feb 2025 - please dispute the"
            + " charge",
        "1 ^ Wypłata z bankomatu 200,00 PLN, 12.03.2025, ul. Prosta 5",
        "1 ^ Zahlung an Amazon über 34,99 € vom 2. April 2025 kenne ich nicht",
        "1 ^ Mi hanno addebitato 49,90 € il 3 aprile 2025 da Palestra FitOne",
        "1 ^ Me cobraron 59,99 € de Gimnasio Atlas el 3 de marzo de 2025",
        "1 ^ Foi debitado 45,00 EUR da minha conta em 02/03/2025 para Ginásio Alfa",
        "1 ^ Er is 29,95 EUR afgeschreven door Basic-Fit op 1 april 2025",
        "1 ^ Pobrano 49,00 zł za Netflix dnia 3 marca 2025",
        "1 ^ Your a/c 50100247719036 is debited by Rs.2,499.00 on 17-01-25 towards BIGBASKET",
        "1 ^ Salut, je t'ai fait un virement de 75 euros hier, le 4 juin 2025, réf LOYER-06",
        "1 ^ Paiement par carte de 23,50 € chez Boulangerie Morel le 14/02/2025",
        "1 ^ Prélèvement EDF 64,12 EUR le 5 mars 2025",
        "1 ^ Habe eben 45 € per PayPal an Svenja Ott geschickt, 12.3.2025",
        "1 ^ Lastschrift Telekom 39,95 EUR vom 01.04.2025",
        "1 ^ Me han cobrado 12,99 EUR de Netflix el 2 de junio de 2025",
        "1 ^ He recibido una transferencia de 300,00 € de Lucía Romero el 15/05/2025",
        "1 ^ Addebito di 29,90 € da parte di TIM il 3 luglio 2025",
        "1 ^ Mi è arrivato un bonifico di 1.500,00 euro da Studio Conti il 27/02/2025",
        "1 ^ Betaling van € 18,75 aan Jumbo op 9 april 2025",
        "1 ^ Ik kreeg 50 euro van Joost via Tikkie op 2 mei 2025",
        "1 ^ Paguei 35,00 € ao Dr. Nuno Faria em 22/03/2025",
        "1 ^ Transferência recebida: 400,00 EUR de Sofia Antunes, 10 de março de 2025",
        "1 ^ Dostałem przelew 2 300,00 PLN od Firma Budex dnia 12 maja 2025",
        "1 ^ Zapłaciłem 89,99 zł kartą w Media Markt 3 czerwca 2025",
        "1 ^ Blikiem poszło 60 zł do Kasi Nowak, 14.06.2025",
        "1 ^ Cash App: You sent $35 to Marcus Bell on June 3",
        "1 ^ Google Pay: ₹499 sent to Rohan Mehta, 3 Mar 2025, UPI transaction ID 506712345678",
        "1 ^ INR 3,200 credited to your account XX2211 on 04-Mar-25 by NEFT from ABC LTD",
        "1 ^ You've received £150.00 from Hannah Price. Reference: April rent. 1 Apr 2025",
        "1 ^ Apple Pay charge $5.99 ITUNES.COM 06/02/2025",
        "1 ^ 我用支付宝付了88元给王师傅，3月5日",
        "1 ^ 昨天微信收到陈静转来的350元（2025-04-02）",
        "1 ^ 花呗还款 1,024.50元 2025年5月9日 已扣款",
        "1 ^ 您尾号8899的账户6月1日10:02转入工资12,345.67元",
        "1 ^ client: see the line \"USD 99.00, CloudHost Ltd, 4 Apr 2025\" on my card, I never"
            + " bought that",
        "1 ^ charged: 4 Apr 2025 / CloudHost Ltd / USD 99.00",
        "1 ^ Bank transfer 12 May 2025 — €300.00 — Peter Blum — deposit for flat",
        "1 ^ Bonsoir, 89 € débités par Free Mobile le 11/02/2025, je ne comprends pas",
        "1 ^ J'ai reçu 200 euros de Chloé via Lydia le 8 mai 2025",
        "1 ^ Überweisung von 1.200,00 € an Hausverwaltung Klee am 01.02.2025",
        "1 ^ Kannst du prüfen ob die 350,00 EUR vom 2.5.2025 von Firma Holz GmbH eingegangen sind?",
        "1 ^ Se realizó un cargo de 24,90 EUR en Amazon.es el 11/05/2025",
        "1 ^ Pago Bizum recibido de Carmen Gil, 20,00 €, 2 de mayo de 2025",
        "1 ^ Ho versato 250 € a mio fratello Luca il 5 aprile 2025",
        "1 ^ Gisteren heb ik 30 euro aan Fatima betaald (7 mei 2025)",
        "1 ^ Fiz uma transferência de 90 euros para a Rita Lopes a 3 de junho de 2025",
        "1 ^ Wpłynęło 3500,00 PLN od Anna Zając 10.05.2025, tytuł wynagrodzenie",
        "1 ^ I paid my dentist Dr. Lowe $180 on March 12, 2025",
        "1 ^ Got $75 from Aunt Rosa on Venmo, 2/3/2025",
        "1 ^ Rent: $1,450.00 paid 06/01/2025 to Oakview Apartments, check #2231",
        "1 ^ Amazon charged me £31.98 on 4 June 2025",
        "1 ^ Transaction 8821: 2025-03-03, Tesco, GBP 12.10, card 1234",
        "1 ^ 14:02 you: sent 50€ to Lena for the gift on 3 June 2025",
        "1 ^ 3月8日在盒马买菜花了126.5元，用的微信",
        "1 ^ 退款：6月2日 京东 退回 299.00元 到尾号1234",
        "1 ^ &lt;Ntry&gt;&lt;Amt"
            + " Ccy=\"EUR\"&gt;10.00&lt;/Amt&gt;&lt;BookgDt&gt;&lt;Dt&gt;2025-01-02&lt;/Dt&gt;&lt;/BookgDt&gt;&lt;/Ntry&gt;"
      })
  void a_sentence_tells_of_a_payment(int count, String text) {
    assertThat(payments(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xs:element name=\"Amt\" type=\"ActiveCurrencyAndAmount\"/>\\n<xs:element name=\"BookgDt\""
            + " type=\"DateAndDateTimeChoice\"/>",
        "<Amt Ccy=\"CCC\">amount"
            + " here</Amt>\\n<BookgDt><Dt>YYYY-MM-DD</Dt></BookgDt>\\n<Dbtr><Nm>debtor"
            + " name</Nm></Dbtr>",
        "<product><amount>12</amount><price"
            + " currency=\"EUR\">9.90</price><date>2025-02-02</date></product>",
        "<budget><amount"
            + " currency=\"EUR\">50000</amount><date>2025-01-01</date><name>Marketing</name></budget>",
        "2025-03-14 standup\\n    time: 9.30\\n    room: 4.12",
        "2025-03-14 Release 1.2\\n    fix:parser     12.00\\n    add:tests      3.50",
        "D3 vitamins\\nT4 12.50\\nPlease advise",
        "Der Vertrag sieht ab 1. Januar 2025 einen Satz von 85,00 EUR pro Stunde vor.",
        "Le loyer est de 850,00 € par mois à compter du 1er mars 2025.",
        "Il canone è di 500,00 € al mese dal 1 marzo 2025.",
        "Bizum tiene un límite de 1.000 € por operación desde el 1 de enero de 2025.",
        "MB WAY permite enviar até 750,00 EUR por operação desde 01/01/2025.",
        "Venmo's weekly limit is $4,999.99 as of 1 March 2025.",
        "Zelle lets you send up to $500.00 per day",
        "BLIK: limit dzienny 500,00 PLN obowiązuje od 1 marca 2025",
        "Price list as of 2025-04-03:\\n1. 2025-04-03 Desk lamp 39.90 EUR\\n2. 2025-04-03 Office"
            + " chair 129.00 EUR",
        "Prices for your purchase order:\\n- Desk lamp, 39.90 EUR, 03/04/2025\\n- Chair, 129.00"
            + " EUR, 03/04/2025",
        "Budget 2025\\nMarketing 12,000.00 EUR\\nTravel 4,000.00 EUR\\nDate 2025-01-01",
        "Planned payments (budget draft):\\n- 2025-06-01 Rent 1,200.00 EUR\\n- 2025-06-02 Power"
            + " 88.00 EUR",
        "Amount 12\\nDate 3\\nReceiver bluetooth",
        "Kassenbon aufheben! Ohne Beleg kein Umtausch bis 12.03.2025.",
        "Receipt printer setup\\nDate 2025-03-01\\nTotal memory 512 MB",
        "The receipt template has TOTAL at the bottom, date top right, e.g. TOTAL $0.00",
        "Le prix de l'action a clôturé à 34,20 € le 12 mars 2025.",
        "Das Ticket kostet 29,00 € und gilt ab 1. Mai 2025.",
        "El Ayuntamiento aprobó pagos por 3,5 millones de euros el 12 de marzo de 2025.",
        "Wpłaty można wnosić do 31 marca 2025, składka wynosi 120,00 zł.",
        "amount: {type: string, pattern: '^\\\\d+'}\\ncurrency: {type: string, minLength:"
            + " 3}\\ncreditorIban: {type: string, maxLength: 34}",
        "amount: <amount>\\ncurrency: <ccy>\\npayee: <name>\\ndate: <date>",
        "EUR/PLN 4,2710, 3 marca 2025, NBP",
        "Invoice template: Amount [AMOUNT], Date [DATE], Payee [PAYEE]",
        "The contract rate is USD 95.00 per hour, payable to Acme Ltd from 3 March 2025.",
        "Tuition fees of $12,500.00 are due on 1 September 2025.",
        "Der Mietvertrag beginnt am 1. April 2025, die Miete beträgt 780,00 EUR monatlich.",
        "Nous facturons 75,00 € par heure à partir du 1er janvier 2025.",
        "Contrato: la renta mensual será de 650,00 € desde el 1 de mayo de 2025.",
        "Il prezzo di listino è 19,90 € dal 3 marzo 2025.",
        "Bitcoin kostete am 3. März 2025 83.000 Euro.",
        "W dniu 3 marca 2025 kurs akcji wyniósł 45,20 zł.",
        "Offre : virement SEPA gratuit jusqu'à 500,00 € dès le 1er juin 2025",
        "PayPal shares fell to $61.20 on 4 March 2025.",
        "Revolut raised $500 million on 3 March 2025.",
        "Swish har 8,5 miljoner användare sedan 2025-01-01.",
        "Venmo charges a fee of $0.25 per transfer since May 2025.",
        "Das Unternehmen hat am 3. März 2025 Dividenden von 2,10 EUR je Aktie gezahlt.",
        "支付宝将于2025年3月1日上线新版，最高立减50元",
        "微信提现手续费0.1%，2025年3月1日起每笔最低0.1元",
        "The fine print: refunds up to $50.00 are processed by 3 May 2025.",
        "Amount\\nCurrency\\nDate\\nPayee",
        "Total 12 items\\nDate 2025-03-03\\nReference guide 12",
        "<xs:complexType name=\"Payment\"><xs:element name=\"amount\"/><xs:element"
            + " name=\"currency\"/></xs:complexType>",
        "<payment><amount>{{amount}}</amount><currency>{{ccy}}</currency><date>{{date}}</date></payment>",
        "<amount>5</amount><date>2025-03-03</date><unit>kg</unit>",
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt"
            + " Ccy=\"EUR\">1000.00</Amt><Dt><Dt>2025-04-02</Dt></Dt></Bal>",
        "2025-03-14 12:00 deploy\\n    service:web   1.20\\n    service:api   1.30",
        "2025-03-14 notes\\n  - buy milk 1.20\\n  - call Bob",
        "Forecast\\n2025-06-01 Rent 1,200.00 EUR\\n2025-06-02 Power 88.00 EUR",
        "We accept payment in EUR. Opening hours:\\n- Monday 3 March 2025 Main hall 20.00 EUR"
            + " entry",
        "Payment options\\n1. Desk, 2025 model, 39.90 EUR\\n2. Chair, 2024 model, 29.90 EUR",
        "Our purchase list:\\n- 2 kg apples 3.20 EUR\\n- 1 l milk 1.10 EUR",
        "If you paid by 3 May 2025 you get a 10.00 EUR voucher.",
        "The invoice for EUR 4,000.00 is due on 3 May 2025.",
        "Payment is due within 30 days; late fee EUR 40.00 from 1 May 2025.",
        "Quittung aufbewahren bis 01.01.2030, sonst keine Garantie. Gesamt 5 Jahre.",
        "recibo: modelo\\nTotal de páginas 12\\n2025-03-03",
        "The test charges 4 Apr 2025, $10.00 limit",
        "The price to charge is EUR 9.90, valid from 4 April 2025",
        "Salary bands: Engineer, 80,000.00 EUR, 1 January 2025",
        "Grants of 1,500.00 EUR are paid to applicants after 1 June 2025.",
        "Credit 2025-03-03 notes\\nTotal 40.00 points",
        "Der Kurs der Anleihe lag am 2. Mai 2025 bei 99,50 EUR.",
        "Le billet coûte 12,50 € depuis le 2 mai 2025.",
        "La cuota es de 30,00 € desde el 2 de mayo de 2025",
        "L'abbonamento costa 9,99 € dal 2 maggio 2025, disdici quando vuoi",
        "Het tarief is € 9,99 per maand vanaf 1 mei 2025.",
        "A assinatura custa 9,99 € desde 1 de maio de 2025.",
        "Abonament kosztuje 29,00 zł od 1 maja 2025.",
        "The prize of EUR 5,000.00 goes to Team Alpha on 3 May 2025.",
        "Minimum wage rises to £12.21 on 1 April 2025",
        "Invoice template\\nDate DD/MM/YYYY\\nAmount 0.00\\nPayee Name",
        "Receipt of goods: 12 pallets, 2025-03-03, dock 4",
        "Receipt confirmed.\\nTotal 12 of 14 boxes\\n2025-03-04",
        "Debit balance sheet 2025-01-01 sample",
        "Transaction fees: EUR 0.35 + 1.5%, valid from 2025-01-01",
        "Paid plans start at $9.99, updated Mar 3, 2025",
        "Paid leave starts 3 May 2025; budget 1,200.00 EUR",
        "Refund policy updated 2025-03-03: orders above $50.00 ship free",
        "Purchase intent survey, 3 May 2025: users would spend $20.00",
        "Transfer of 25.00 shares on 2025-03-03",
        "Amt Ccy examples: <Amt Ccy=\"EUR\">100.00</Amt> is an amount with currency attribute.",
        "order total is computed as price * qty; paid flag false; date 2025-03-03",
        "Payment gateway latency 2025-03-03: 12.50 ms\\n- EU 12.10\\n- US 13.40",
        "2026-10-03 deploy\\n  assets:css  120\\n  assets:js  300",
        "2026-10-03 shard\\n  bank:0  1200\\n  bank:1  1300",
        "Invoice lines:\\n- 2026-10-03 Standard plan 12.00 EUR\\n- 2026-10-04 Storage 3.00 EUR",
        "Credit packages:\\n- 2026-10-03 Silver 12.00 EUR",
        "Paypal sandbox data:\\n- 2026-10-03 Test Buyer 12.00 EUR",
        "Receipt items:\\n- 2026-10-03 Blue Mug 12.00 EUR",
        "Payments roadmap:\\n- 2025-06-01 Launch SEPA\\n- 2025-07-01 Launch BLIK 2.0",
        "Refunds dashboard:\\n- Total 12,000.00 EUR 2025-03-03"
      })
  void schemas_rates_prices_and_news_are_none(String text) {
    assertThat(payments(text)).isZero();
  }

  @Test
  void each_part_of_an_entry_goes() {
    assertThat(
            Found.of(
                Category.PAYMENT_TRANSACTION,
                "<Ntry><Amt Ccy=\"EUR\">55.20</Amt><BookgDt><Dt>2025-03-03</Dt></BookgDt>"
                    + "<Dbtr><Nm>Ilse Brandt</Nm></Dbtr><Ustrd>rent</Ustrd></Ntry>"))
        .containsExactly("EUR | 55.20 | 2025-03-03 | Ilse Brandt | rent");
    assertThat(
            Found.of(
                Category.PAYMENT_TRANSACTION,
                "2025-02-03 ! Rewe\n    Ausgaben:Lebensmittel   45,20 EUR\n    Aktiva:Giro"))
        .containsExactly("2025-02-03 | Rewe | Ausgaben:Lebensmittel | 45,20 EUR | Aktiva:Giro");
    assertThat(
            Found.of(
                Category.PAYMENT_TRANSACTION,
                "Kassenbon\nEDEKA Neumann\nBrot 3,20\nSUMME EUR 5,58\nBAR 10,00\n12.03.2025 17:22"))
        .containsExactly("EDEKA Neumann | EUR 5,58 | 12.03.2025 17:22");
    assertThat(
            Found.of(
                Category.PAYMENT_TRANSACTION,
                "Payouts done today:\n1. 2025-03-01 Anna Schmidt 120.00 EUR"))
        .containsExactly("2025-03-01 | Anna Schmidt | 120.00 EUR");
  }
}
