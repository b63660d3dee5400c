package dev.demarc.classify;

import static dev.demarc.classify.IdDocument.Needs.CONTEXT;
import static dev.demarc.classify.IdDocument.Needs.GROUPING;
import static dev.demarc.classify.IdDocument.Needs.KEY;
import static dev.demarc.classify.IdDocument.Needs.NEVER;
import static dev.demarc.classify.IdDocument.Needs.NOTHING;
import static dev.demarc.classify.IdDocument.of;
import static dev.demarc.classify.Score.CHECKSUM;
import static dev.demarc.classify.Score.PREFIX;
import static dev.demarc.classify.Score.SHAPE;

import java.util.List;

/// All identity documents, a row for each way in which its numbers are believed. A document may have
/// several rows: what a key says needs less of a check than what stands alone.
final class IdDocuments {
  private static final int BORN = CHECKSUM | PREFIX;

  private IdDocuments() {}

  /// Documents whose numbers have digits only.
  static final List<IdDocument> OF_DIGITS =
      List.of(
          of(
              Category.CN_RESIDENT_ID,
              NEVER,
              BORN,
              IdChecks::resident,
              "999999999999999999",
              "999999 99999999 9999",
              "999999-99999999-9999",
              "999999 9999 9999 9999",
              "999 999 99999999 9999"),
          of(
              Category.CN_RESIDENT_ID,
              KEY,
              PREFIX,
              IdChecks::residentBorn,
              "999999999999999999",
              "999999 99999999 9999",
              "999999-99999999-9999"),
          of(
              Category.CN_RESIDENT_ID,
              CONTEXT,
              PREFIX,
              IdChecks::residentOld,
              "999999999999999",
              "999999 999999 999",
              "999999-999999-999"),
          of(
              Category.CN_CREDIT_CODE,
              CONTEXT,
              CHECKSUM,
              IdChecks::creditCode,
              "999999999999999999"),
          of(Category.PASSPORT, KEY, SHAPE, IdChecks::issued, "9999999"),
          of(Category.PASSPORT, KEY, SHAPE, IdChecks::noDate, "99999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "999999999", "99 9999999"),
          of(Category.PASSPORT, KEY, SHAPE, IdChecks::issued, "9999999999", "99 99 999999"),
          of(Category.MO_ID, KEY, PREFIX, IdChecks::macao, "99999999"),
          of(
              Category.US_SSN,
              GROUPING,
              SHAPE,
              IdChecks::ssn,
              "999999999",
              "999-99-9999",
              "999 99 9999"),
          of(
              Category.US_ITIN,
              GROUPING,
              SHAPE,
              IdChecks::itin,
              "999999999",
              "999-99-9999",
              "999 99 9999"),
          of(Category.PL_ID, NOTHING, BORN, IdChecks::peselNoPhone, "99999999999"),
          of(Category.PL_ID, CONTEXT, BORN, IdChecks::pesel, "99999999999"),
          of(Category.PL_ID, KEY, PREFIX, IdChecks::peselBorn, "99999999999"),
          of(
              Category.PL_ID,
              GROUPING,
              CHECKSUM,
              IdChecks::nip,
              "9999999999",
              "999-999-99-99",
              "999-99-99-999",
              "999 999 99 99",
              "999 99 99 999"),
          of(Category.PL_ID, CONTEXT, CHECKSUM, IdChecks::regon9, "999999999", "999-999-999", "999 999 999"),
          of(Category.PL_ID, CONTEXT, CHECKSUM, IdChecks::regon14, "99999999999999"),
          of(
              Category.DE_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::germanTaxNoPhone,
              "99999999999",
              "99 999 999 999",
              "99/999/999/999"),
          of(Category.DE_ID, CONTEXT, CHECKSUM, IdChecks::germanTax, "99999999999", "99 999 999 999"),
          of(
              Category.FR_ID,
              NOTHING,
              BORN,
              IdChecks::nir,
              "999999999999999",
              "9 99 99 99 999 999 99",
              "9-99-99-99-999-999-99",
              "9 99 99 99 999 999/99",
              "9 99 99 99 999 999 - 99",
              "9999999999999 99"),
          of(
              Category.FR_ID,
              KEY,
              PREFIX,
              IdChecks::nirBorn,
              "9999999999999",
              "9 99 99 99 999 999"),
          of(
              Category.FR_ID,
              KEY,
              SHAPE,
              IdChecks::frenchTax,
              "9999999999999",
              "99 99 999 999 999"),
          of(
              Category.GB_ID,
              GROUPING,
              CHECKSUM,
              IdChecks::nhs,
              "9999999999",
              "999 999 9999"),
          of(
              Category.NL_ID,
              CONTEXT,
              CHECKSUM,
              IdChecks::dutch,
              "999999999",
              "9999.99.999",
              "999.999.999",
              "9999 99 999",
              "999 999 999",
              "999-999-999"),
          of(
              Category.IN_ID,
              GROUPING,
              CHECKSUM,
              IdChecks::aadhaar,
              "999999999999",
              "9999 9999 9999",
              "9999-9999-9999"),
          of(
              Category.JP_ID,
              CONTEXT,
              CHECKSUM,
              IdChecks::japanese,
              "999999999999",
              "9999 9999 9999",
              "9999-9999-9999"),
          of(
              Category.BR_ID,
              GROUPING,
              CHECKSUM,
              IdChecks::cpf,
              "99999999999",
              "999.999.999-99",
              "999 999 999 99",
              "999.999.999.99"),
          of(
              Category.KR_ID,
              GROUPING,
              BORN,
              IdChecks::korean,
              "9999999999999",
              "999999-9999999",
              "999999 - 9999999"),
          of(
              Category.KR_ID,
              CONTEXT,
              PREFIX,
              IdChecks::koreanBorn,
              "9999999999999",
              "999999-9999999",
              "999999 - 9999999"));

  /// Documents whose numbers have letters, or signs that belong to them.
  static final List<IdDocument> OF_LETTERS =
      List.of(
          of(
              Category.CN_CREDIT_CODE,
              NOTHING,
              CHECKSUM,
              IdChecks::creditCode,
              "NNNNNNNNNNNNNNNNNN"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "A99999999", "A 99999999", "A-99999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "AA9999999", "AA 9999999", "AA-9999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "A9999999", "A 9999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "99AA99999"),
          of(Category.PASSPORT, KEY, SHAPE, IdChecks::issued, "AA999999", "AA 999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::issued, "AAA999999", "AAA 999999"),
          of(Category.PASSPORT, CONTEXT, SHAPE, IdChecks::passportOfLetters, "ANNNNNNNN"),
          of(Category.PASSPORT, CONTEXT, PREFIX, IdChecks::permit, "A9999999999", "A99999999 99"),
          of(
              Category.HK_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::hongKong8,
              "A999999(N)",
              "A999999 (N)",
              "A 999999(N)",
              "A 999999 (N)"),
          of(
              Category.HK_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::hongKong9,
              "AA999999(N)",
              "AA999999 (N)"),
          of(Category.HK_ID, CONTEXT, CHECKSUM, IdChecks::hongKong8, "A999999N", "A999999-N"),
          of(Category.HK_ID, CONTEXT, CHECKSUM, IdChecks::hongKong9, "AA999999N", "AA999999-N"),
          of(
              Category.MO_ID,
              CONTEXT,
              PREFIX,
              IdChecks::macao,
              "9999999(9)",
              "9999999 (9)",
              "9999999/9",
              "9/999999/9"),
          of(Category.TW_ID, NOTHING, BORN, IdChecks::taiwanCitizen, "A999999999"),
          of(Category.TW_ID, CONTEXT, BORN, IdChecks::taiwan, "A999999999", "A 999999999", "A-999999999"),
          of(
              Category.PL_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::polishVat,
              "AA9999999999",
              "AA 9999999999",
              "AA 999-999-99-99",
              "AA999-999-99-99",
              "AA 999 999 99 99",
              "AA 999-99-99-999"),
          of(
              Category.PL_ID,
              CONTEXT,
              CHECKSUM,
              IdChecks::polishCard,
              "AAA999999",
              "AAA 999999",
              "AAA-999999"),
          of(Category.DE_ID, CONTEXT, CHECKSUM, IdChecks::germanCard, "NNNNNNNNN9"),
          of(Category.DE_ID, KEY, SHAPE, IdChecks::germanSerial, "NNNNNNNNN"),
          of(
              Category.DE_ID,
              NOTHING,
              BORN,
              IdChecks::germanPension,
              "99999999A999",
              "99 999999 A 999",
              "99 999999 A999",
              "99999999 A 999",
              "99-999999-A-999"),
          of(
              Category.FR_ID,
              NOTHING,
              BORN,
              IdChecks::nir,
              "99999NA99999999",
              "9 99 99 9A 999 999 99"),
          of(
              Category.ES_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::dni,
              "99999999A",
              "99999999-A",
              "99.999.999-A",
              "99.999.999A"),
          of(Category.ES_ID, CONTEXT, CHECKSUM, IdChecks::dni, "99999999 A", "99 999 999 A", "99.999.999 A"),
          of(
              Category.ES_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::nie,
              "A9999999A",
              "A-9999999-A",
              "A9999999-A",
              "A-9999999A",
              "A 9999999 A"),
          of(
              Category.IT_ID,
              NOTHING,
              CHECKSUM,
              IdChecks::italian,
              "AAAAAANNANNANNNA",
              "AAAAAA 99A99 A999A",
              "AAA AAA 99A99 A999A"),
          of(
              Category.GB_ID,
              NOTHING,
              SHAPE,
              IdChecks::nino,
              "AA999999A",
              "AA 99 99 99 A",
              "AA 999999 A",
              "AA-99-99-99-A"),
          of(Category.IN_ID, NOTHING, SHAPE, IdChecks::pan, "AAAAA9999A"));
}
