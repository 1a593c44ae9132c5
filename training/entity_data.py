"""Training and test documents for entity recognition, French and English."""

import random
import tomllib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import spacy
from conllu import read_sentences
from entity_corpora import quaero_type, read_brat, read_docred, read_iob, read_wikigold, winer_type
from entity_gum import read_gum
from entity_sequoia import read_sequoia
from harmonize import harmonize
from labelled import Labelled, join, of_one_document, save
from names import Names, curly, fill, load_names, swap
from syntax_data import split_gum

from quizgen.languages.fr.tokenizer import QuizgenFrench

# The texts of FENEC that are ordinary prose; the rest is poetry, speech, ancient French.
_FENEC = ("information01-APIL", "multi01-UDFrenchGSD", "multi03-FQB", "encyclopedia01-WikiNER")
_FRENCH_TREEBANKS = ("fr_gsd-ud-dev", "fr_fqb-ud-test")  # without entity labels
_ENGLISH_TREEBANKS = ("ewt_train",)
_FILLED = 3500  # sentences made from patterns: a fifth of the French training set


def write_french(corpora: Path, out: Path) -> None:
    """Write fr_entities_{train,dev,test_winer,test_fenec}.spacy. WiNER is split by article (8:1:1), FENEC is test only."""
    nlp, rng = QuizgenFrench(), random.Random(77)
    parts = _split_winer(corpora / "fr-ner" / "winer")
    sequoia = read_sequoia(corpora / "fr-ner" / "sequoia-9.1.frsemcor", parts["train"])
    names = load_names("fr", corpora / "gazetteers", rng)
    names.learn([*parts["train"], *sequoia])
    train = [*parts["train"], *sequoia, *_treebank_sentences("fr", _FRENCH_TREEBANKS, corpora / "fr-ud")]
    for item in [*parts["train"], *sequoia]:
        if item.entities and not item.unknown:
            train += [swap(item, names, 0.6)]
        if rng.random() < 0.25:
            train.append(curly(item))
    train += _made_sentences("fr", names, rng)
    rng.shuffle(train)
    save(nlp, out / "fr_entities_train.spacy", train)
    save(nlp, out / "fr_entities_dev.spacy", parts["dev"])
    save(nlp, out / "fr_entities_test_winer.spacy", parts["test"])
    fenec = corpora / "fr-ner" / "fenec" / "FENEC"
    texts = [of_one_document(index, read_brat(fenec / f"{name}.ann", quaero_type)) for index, name in enumerate(_FENEC)]
    save(nlp, out / "fr_entities_test_fenec.spacy", chain.from_iterable(texts))


def _split_winer(folder: Path) -> dict[str, list[Labelled]]:
    """Split WiNER's articles at random, always in the same way: a tenth for testing, a tenth for development."""
    paths = sorted(str(path) for path in folder.glob("20*/**/*.ann"))
    order = list(range(len(paths)))
    random.Random(3).shuffle(order)
    tenth = len(paths) // 10
    test, dev = set(order[:tenth]), set(order[tenth : 2 * tenth])
    parts: dict[str, list[Labelled]] = {"train": [], "dev": [], "test": []}
    for index, path in enumerate(paths):
        part = "test" if index in test else "dev" if index in dev else "train"
        parts[part] += of_one_document(index, read_brat(Path(path), winer_type))
    return parts


def _treebank_sentences(language: str, files: Sequence[str], folder: Path) -> list[Labelled]:
    """Sentences without entity labels: where there is no capital there is no entity, and the rest is unknown."""
    result = []
    for name in files:
        for words in harmonize(language, read_sentences(folder / f"{name}.conllu")):
            text, unknown = "", []
            for index, word in enumerate(words):
                near = any(other.form[:1].isupper() for other in words[max(1, index - 1) : index + 2])
                if word.upos in ("PROPN", "X", "SYM") or (near and index):
                    unknown.append((len(text), len(text) + len(word.form)))
                text += word.form + (" " if word.space_after else "")
            result.append(Labelled(text.rstrip(), (), tuple(unknown)))
    return result


def _made_sentences(language: str, names: Names, rng: random.Random) -> list[Labelled]:
    table = tomllib.loads(Path(__file__).with_name("entity_sentences.toml").read_text("utf-8"))
    made = [fill(rng.choice(table[language]), names) for _ in range(_FILLED)]
    made = [curly(item) if rng.random() < 0.3 else item for item in made]
    return made + [Labelled(text) for text in table[f"{language}_empty"]] * 12


def write_english(corpora: Path, out: Path) -> None:
    """Write en_entities_{train,dev,test_*}.spacy; GUM's held-out documents and Re-DocRED's last hundred are test only."""
    nlp, rng = spacy.blank("en"), random.Random(9)
    folder, treebanks = corpora / "en-ner", corpora / "en-ud"
    ewt_dev = read_iob(folder / "en_ewt-ud-dev.iob2", treebanks / "ewt_dev.conllu")
    ewt = read_iob(folder / "en_ewt-ud-test.iob2", treebanks / "ewt_test.conllu")
    gum_train, _, gum_test = split_gum(treebanks)
    docred = [*read_docred(folder / "redocred_dev.json"), *read_docred(folder / "redocred_test.json")]
    train = _grouped([*ewt_dev, *ewt[:1000]], rng) + _grouped(read_wikigold(folder / "wikigold.conll.txt"), rng)
    for document in [*(read_gum(path) for path in gum_train), *docred[:870]]:
        train += _grouped(document, rng)
    names = load_names("en", corpora / "gazetteers", rng)
    names.learn(train)
    train += [swap(item, names, 0.6) for item in train if item.entities and not item.unknown]
    train += [curly(item) for item in train if rng.random() < 0.15] + _made_sentences("en", names, rng)
    train += _treebank_sentences("en", _ENGLISH_TREEBANKS, treebanks)
    rng.shuffle(train)
    save(nlp, out / "en_entities_train.spacy", train)
    save(nlp, out / "en_entities_dev.spacy", [*ewt[1000:1500], *(item for document in docred[870:900] for item in document)])
    save(nlp, out / "en_entities_test_redocred.spacy", chain.from_iterable(of_one_document(*pair) for pair in enumerate(docred[900:])))
    save(nlp, out / "en_entities_test_ewt.spacy", ewt[1500:])
    save(nlp, out / "en_entities_test_pud.spacy", read_iob(folder / "en_pud-ud-test.iob2", treebanks / "en_pud-ud-test.conllu"))
    documents = enumerate(map(read_gum, gum_test))
    save(nlp, out / "en_entities_test_gum.spacy", chain.from_iterable(of_one_document(*pair) for pair in documents))


def _grouped(items: Sequence[Labelled], rng: random.Random) -> list[Labelled]:
    """Join one to six sentences, as they stand in paragraphs."""
    result, start = [], 0
    while start < len(items):
        size = rng.randint(1, 6)
        result.append(join(items[start : start + size]))
        start += size
    return result
