package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of accounts, branches and documents that a sentence names before or after them, and what
/// is named something else.
class NumbersNamedInProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "PAYMENT_ACCOUNT ^ The account for the payout is 5410081592687777, Kiwibank ^"
            + " 5410081592687777",
        "PAYMENT_ACCOUNT ^ My bank account number for the refund is 02 0248 0242329 02 ^ 02 0248"
            + " 0242329 02",
        "PAYMENT_ACCOUNT ^ Kiwi account: 38-9014-0123456-00 ^ 38-9014-0123456-00",
        "PAYMENT_ACCOUNT ^ pay rent into 12-3140-0171323-50 (ASB) please ^ 12-3140-0171323-50",
        "PAYMENT_ACCOUNT ^ conta corrente 48213-7 no Itaú ^ 48213-7",
        "PAYMENT_ACCOUNT ^ Agência 0417, conta 12345-6, Bradesco ^ 12345-6",
        "PAYMENT_ACCOUNT ^ Banco 341 Ag. 1234 C/C 56789-0 ^ 56789-0",
        "PAYMENT_ACCOUNT ^ conta poupança: 0012345-8 ^ 0012345-8",
        "PAYMENT_ACCOUNT ^ Void cheque says transit 02754, account 7249254. It's TD. ^ 7249254",
        "PAYMENT_ACCOUNT ^ institution 004 transit 10202 account 5123456 ^ 5123456",
        "PAYMENT_ACCOUNT ^ Your a/c 50100247719036 is debited ^ 50100247719036",
        "PAYMENT_ACCOUNT ^ a/c no. 31220045678 IFSC SBIN0001234 ^ 31220045678",
        "PAYMENT_ACCOUNT ^ 111002599 is the routing number and 6053005528 is the account number. ^"
            + " 6053005528",
        "PAYMENT_ACCOUNT ^ 4410029381 is my account number, routing 021000021 ^ 4410029381",
        "PAYMENT_ACCOUNT ^ routing 021000021, acct 4410029381 ^ 4410029381",
        "PAYMENT_ACCOUNT ^ 0532013000 ist meine Kontonummer, BLZ 37040044 ^ 0532013000",
        "PAYMENT_ACCOUNT ^ sort 20-68-15 acc 79799316 ^ 79799316",
        "ROUTING_NUMBER ^ its barclays, sort 20-68-15 acc no 79799316 ^ 20-68-15",
        "ROUTING_NUMBER ^ sort: 40-47-84, account 70872490 ^ 40-47-84",
        "ROUTING_NUMBER ^ 20-68-15 is the sort code ^ 20-68-15",
        "ROUTING_NUMBER ^ s/c 40-47-84 a/c 70872490 ^ 40-47-84",
        "ROUTING_NUMBER ^ Void cheque says transit 02754, account 7249254 ^ 02754",
        "ROUTING_NUMBER ^ Transit number 10202, institution 003 ^ 10202",
        "ROUTING_NUMBER ^ bsb 062-000 acct 12345678 ^ 062-000",
        "ROUTING_NUMBER ^ 062-000 is my BSB ^ 062-000",
        "ROUTING_NUMBER ^ Agência 0417, conta 12345-6 ^ 0417",
        "ROUTING_NUMBER ^ Ag. 1234-5 C/C 56789-0 ^ 1234-5",
        "ROUTING_NUMBER ^ 111002599 is the routing number ^ 111002599",
        "PAYMENT_CARD ^ nimmt der automat meine girocard nicht?? nummer hinten: 6759 7326 2258 3182"
            + " 43 ^ 6759 7326 2258 3182 43",
        "IN_ID ^ kyc_type=aadhaar uid=560206745522 status=PENDING ^ 560206745522",
        "IN_ID ^ aadhaar kyc: uid 560206745522 ^ 560206745522",
        "FR_ID ^ mon n° fiscal de référence 2061811203298 ne marche pas ^ 2061811203298",
        "FR_ID ^ n° fiscal : 2061811203298 ^ 2061811203298",
        "FR_ID ^ nº fiscal 2061811203298 ^ 2061811203298",
        "FR_ID ^ mon numéro fiscal est le 2061811203298 ^ 2061811203298",
        "US_SSN ^ my ssn is 219-60-4471 ^ 219-60-4471",
        "US_SSN ^ 219-60-4471 that's my social ^ 219-60-4471",
        "US_SSN ^ name,ssn\\nBob,219-60-4471 ^ 219-60-4471",
        "US_SSN ^ He gave 219-60-4471 over the phone ^ 219-60-4471",
        "BIC ^ :57A:COBADEFF\\n:59:/X ^ COBADEFF",
        "BIC ^ :52A:/DE89370400440532013000\\nBANKDEHH ^ BANKDEHH",
        "BIC ^ :56A:CHASUS33 ^ CHASUS33",
        "PAYMENT_ACCOUNT ^ account no for payout: 44029318812 ^ 44029318812",
        "PAYMENT_ACCOUNT ^ Sort code 20-68-15, account number 79799316 ^ 79799316",
        "PAYMENT_ACCOUNT ^ bitte auf das Konto von Petra überweisen: 4401928833 ^ 4401928833",
        "PAYMENT_ACCOUNT ^ mi cuenta para la transferencia es 0049 1500 05 1234567892 ^ 0049 1500"
            + " 05 1234567892",
        "ROUTING_NUMBER ^ my sort code is 20-68-15 ^ 20-68-15",
        "ROUTING_NUMBER ^ agência 1234, c/c 00012-3 ^ 1234",
        "ROUTING_NUMBER ^ AG: 1234 CC: 00012-3 ^ 1234",
        "ROUTING_NUMBER ^ transit 10202 acct #5123456 ^ 10202",
        "ROUTING_NUMBER ^ her account, transit no. 10202 ^ 10202",
        "ROUTING_NUMBER ^ transit #00012 (institution 004) ^ 00012",
        "ROUTING_NUMBER ^ 062-000 bsb ^ 062-000",
        "ROUTING_NUMBER ^ sc 20-68-15 / acc 79799316 ^ 20-68-15",
        "US_SSN ^ SSN 219-60-4471, ext 402 ^ 219-60-4471",
        "US_SSN ^ employee,ssn,ext\\nAnn,219-60-4471,402 ^ 219-60-4471",
        "US_SSN ^ call me, extension 402, ssn is 219-60-4471 ^ 219-60-4471"
      })
  void a_number_is_found_by_what_is_said_of_it(Category category, String text, String number) {
    assertThat(Found.of(category, Found.lines(text))).containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      value = {
        "PAYMENT_ACCOUNT ^ The account manager's phone is 5551234567",
        "PAYMENT_ACCOUNT ^ The account was opened; the ticket number is 5551234567",
        "PAYMENT_ACCOUNT ^ Account holders should note that the reference is 88123456789",
        "PAYMENT_ACCOUNT ^ conta de luz 48213-7",
        "PAYMENT_ACCOUNT ^ 12-3456-0123456-00 gearbox part",
        "PAYMENT_ACCOUNT ^ AC 12345678 unit in the basement",
        "PAYMENT_ACCOUNT ^ the account number is on the back, call 18005551234",
        "PAYMENT_ACCOUNT ^ The bank account team moved 12345678 rows is fine",
        "PAYMENT_ACCOUNT ^ your user account id is 123456789012",
        "ROUTING_NUMBER ^ sort 20-68-15 on the parts list",
        "ROUTING_NUMBER ^ transit 02754 departed from Leipzig hub",
        "ROUTING_NUMBER ^ the transit van, plate 02754",
        "ROUTING_NUMBER ^ agência 2024 aberta",
        "ROUTING_NUMBER ^ Volkswagen AG. 2024 contains three new models.",
        "ROUTING_NUMBER ^ Beispiel AG: 2024 neue Banco-Pix-Terminals, pix",
        "ROUTING_NUMBER ^ am Montag. 2024 conta ",
        "ROUTING_NUMBER ^ ag. 2024 para contato e contabilidade",
        "ROUTING_NUMBER ^ Your parcel is in transit: 48213, see your account page.",
        "ROUTING_NUMBER ^ Transit 48213: see your account page",
        "ROUTING_NUMBER ^ Cash in transit 25000 deposited.",
        "ROUTING_NUMBER ^ cash in transit 25000, bank 3",
        "PAYMENT_CARD ^ girocard 6725 0012 3456 7890 12",
        "PAYMENT_CARD ^ EC-Karte 6724301068765432109",
        "IN_ID ^ uid=560206745522 gid=100",
        "FR_ID ^ n° de commande 2061811203298",
        "US_SSN ^ | item | p/n | torque |\\n|---|---|---|\\n| bolt | 219-60-4471 | 25 Nm |",
        "US_SSN ^ p/n 219-60-4471, qty 4",
        "US_SSN ^ extension 402-11-2290 on the org chart",
        "US_SSN ^ Parts needed: 219-60-4471, 302-18-9920",
        "US_SSN ^ ext. 402-11-2290",
        "US_SSN ^ model no 219-60-4471",
        "US_SSN ^ cat# 219-60-4471",
        "US_SSN ^ Drawing 219-60-4471 rev B",
        "BIC ^ :57D:COMMERZB",
        "PAYMENT_ACCOUNT ^ 12345678 is my account id",
        "PAYMENT_ACCOUNT ^ The account you called about is 20250311 days old",
        "PAYMENT_ACCOUNT ^ My bank's phone for account questions is 8005551234",
        "PAYMENT_ACCOUNT ^ Account for the refund is closed since 20250301",
        "PAYMENT_ACCOUNT ^ acct 0 account 3 of 12345678 rows",
        "PAYMENT_ACCOUNT ^ transfer complete: account 12 to 20250101",
        "ROUTING_NUMBER ^ public transit 12345 riders on account of the strike",
        "US_SSN ^ mpn,qty\\n219-60-4471,4\\n302-18-9920,2",
        "US_SSN ^ Part No. 219-60-4471",
        "US_SSN ^ item 219-60-4471 replaces 302-18-9920",
        "US_SSN ^ s/n 219-60-4471",
        "IN_ID ^ uid: 560206745522, Aadhaar verified"
      })
  void what_is_something_else_is_left_alone(Category category, String text) {
    assertThat(Found.of(category, Found.lines(text))).isEmpty();
  }
}
