"""Reads JSON strings, one in each line of the file that is named, and prints for each peer that is
installed its name, version, microseconds of processor time for a text, and values found in a text.
"""

import importlib.metadata
import json
import sys
import time

SECONDS = 5


def presidio():
    import spacy
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class WithoutModel(SpacyNlpEngine):
        def __init__(self):
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

        def load(self):
            pass

    analyzer = AnalyzerEngine(nlp_engine=WithoutModel(), supported_languages=["en"])
    return lambda text: len(analyzer.analyze(text=text, language="en"))


def datafog():
    from datafog import scan

    return lambda text: len(scan(text).entities)


def argus():
    from argus_redact import redact

    return lambda text: len(redact(text, lang=["zh", "en"])[1])


def measured(peer, texts):
    for text in texts:
        peer(text)
    found = texts_read = 0
    begun = time.process_time()
    while time.process_time() - begun < SECONDS:
        for text in texts:
            found += peer(text)
        texts_read += len(texts)
    return (time.process_time() - begun) * 1e6 / texts_read, found / texts_read


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines]
    for package, make in (
        ("presidio-analyzer", presidio),
        ("datafog", datafog),
        ("argus-redact", argus),
    ):
        micros, found = measured(make(), texts)
        print(package, importlib.metadata.version(package), micros, found, flush=True)


main()
