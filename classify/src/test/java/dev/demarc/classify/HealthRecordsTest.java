package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Hints at somebody's health in records, lists and sentences, and medicine that is nobody's.
class HealthRecordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "schizophrenia | Our tenant told us he suffers from schizophrenia. What are we to do?",
        "recurrent sinusitis | {\"leave_type\":\"sick\",\"reason\":\"recurrent sinusitis\"}",
        "Bandscheibenvorfall | Krankmeldung Abteilung 4, Grund: Bandscheibenvorfall, bis 12.5.",
        "asthma;eczema | Diagnosis: asthma, eczema. Plan: inhaler",
        "Vorhofflimmern;Adipositas | Arztbrief\\nDiagnosen:\\n- Vorhofflimmern (I48.0)\\n-"
            + " Adipositas",
        "Ramipril 5 mg;Bisoprolol 5 mg | Patientin 81 J.\\nMedikation:\\n* Ramipril 5 mg\\n*"
            + " Bisoprolol 5 mg",
        "penicillin;latex | Patient: 4471\\nAllergies: penicillin, latex",
        "diabetes | app[812]: site-7: diagnosis: diabetes, took: 12",
        "diabetes | app[812]: diagnosis: diabetes, took=12, size=4",
        "hypothyroïdie | Patiente de 60 ans.\\nAntécédents : hypothyroïdie.",
        "rheumatoid arthritis | Discharge summary\\nBackground: rheumatoid arthritis",
        "强直性脊柱炎 | 我弟弟患有强直性脊柱炎，能参军吗",
        "高血压;糖尿病 | 患者，男，62岁。既往史：高血压、糖尿病。",
        "depresję | Moja siostra ma depresję i nie chodzi do pracy",
        "Epilepsie | Frau Weber leidet an Epilepsie.",
        "chronic kidney disease | My father has chronic kidney disease",
        "endometriose | Mijn zus lijdt aan endometriose",
        "penicilina | Alergias: penicilina",
      })
  void what_a_record_says_of_somebodys_health_is_found(String hints, String text) {
    assertThat(Found.of(Category.HEALTH_HINT, Found.lines(text)))
        .isEqualTo(List.of(hints.split(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Diagnosis: run the self test and read the log",
        "Allergies: what you need to know. Symptoms: hives, swelling.",
        "allergies = load_allergies(patient)",
        "df[\"diagnosis\"] = df[\"diagnosis\"].str.lower()",
        "ON v.diagnosis = d.code WHERE d.code LIKE 'E11%'",
        "\"health.allergies\": \"Known allergies\"",
        "{\"type\":\"refund\",\"reason\":\"damaged in transit\"}",
        "reason: merge conflict in sick_leave.py",
        "Patients with asthma should carry an inhaler.",
        "Wie wird Migräne behandelt? Patienten mit Migräne brauchen Ruhe.",
        "We followed participants for 9 years; screening may be warranted in a patient with"
            + " diabetes.",
        "适合糖尿病患者食用的无糖饼干",
        "家用电子血压计 型号BP-300 测量范围0-280mmHg",
        "Medical history: ☐ diabetes ☐ asthma ☐ none",
        "既往史：□高血压 □糖尿病 □无",
        ".card svg path { stroke-width: 1.5; } /* my icon */",
        "Die Diagnose: zu wenig Personal",
        "The reason need not name the diagnosis. Pregnant employees: see section 7.",
      })
  void medicine_that_is_nobodys_is_no_hint(String text) {
    assertThat(Found.of(Category.HEALTH_HINT, text)).isEmpty();
  }

  @Test
  void what_a_longer_text_left_in_a_buffer_says_nothing_of_the_next() throws Unreadable {
    Classifier classifier = new Classifier(ClassifierSettings.defaults());
    // The wide digit lets the text be respelled, into a buffer that is used again.
    assertThat(classifier.classifyText(Text.of("１ asthma in the patients")).findings()).isEmpty();
    assertThat(classifier.classifyText(Text.of("１ asthma in the patient")).findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Build fingerprint: 'google/raven/raven:14/UQ1A:user/release-keys'",
        "ro.build.fingerprint=Xiaomi/umi/umi:12/RKQ1.211001.001/V13:user/release-keys",
        "We present a voiceprint-based system",
        "fingerprint reader USB, 49 EUR",
      })
  void a_fingerprint_of_a_build_is_no_hint(String text) {
    assertThat(Found.of(Category.BIOMETRIC_HINT, text)).isEmpty();
  }
}
