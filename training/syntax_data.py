"""Training and test documents for tagging, parsing and lemmas, from the Universal Dependencies treebanks."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from conllu import Sentence, Word, read_sentences
from harmonize import ReferenceForms, harmonize
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

_ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START"]
# Genres of GUM whose licences allow commercial use of what is derived.
GUM_GENRES = ("academic", "bio", "court", "voyage", "news", "interview", "speech", "textbook", "vlog")
_GUM_TEST_GENRES = ("academic", "bio", "news", "interview", "voyage", "textbook")
_HESITATIONS = {"euh", "ben", "bah", "hein", "xxx", "mh", "ouais"}
_INFLECTED = ("NOUN", "ADJ")
# Sentences of the evaluation set's article on the piastres affair stand in Sequoia's training part.
_PIASTRES = re.compile(r"piastre", re.IGNORECASE)


def write_french(corpora: Path, out: Path) -> None:
    """Write fr_syntax_{train,dev,test_*}.spacy to `out` from the folder of unpacked corpora."""
    folder = corpora / "fr-ud"
    reference = ReferenceForms.from_treebank(folder / "fr_sequoia-ud-train.conllu")

    def load(name: str, keep: str = "all") -> list[list[Word]]:
        sentences = [s for s in read_sentences(folder / f"fr_{name}.conllu") if _in_half(s, keep)]
        return harmonize("fr", sentences, None if name.startswith("sequoia") else reference)

    sequoia = harmonize("fr", _without_piastres(folder / "fr_sequoia-ud-train.conllu"))
    written = [sequoia, load("gsd-ud-dev"), load("pud-ud-test", "odd"), load("fqb-ud-test")]
    usual = usual_features(written)
    speech = [clean_speech(load(name), usual) for name in ("rhapsodie-ud-train", "rhapsodie-ud-dev", "parisstories-ud-train")]
    write_documents("fr", out / "fr_syntax_train.spacy", [*written, *speech], augment=True)
    write_documents("fr", out / "fr_syntax_dev.spacy", [load("sequoia-ud-dev")])
    for name, part, keep in (("sequoia", "sequoia-ud-test", "all"), ("gsd", "gsd-ud-test", "all"), ("pud", "pud-ud-test", "even")):
        write_documents("fr", out / f"fr_syntax_test_{name}.spacy", [load(part, keep)])


def write_english(corpora: Path, out: Path) -> None:
    """Write en_syntax_{train,dev,test_*}.spacy to `out`; GUM documents of gum_heldout.txt are never trained on."""
    folder = corpora / "en-ud"

    def load(path: Path, keep: str = "all") -> list[list[Word]]:
        return harmonize("en", [s for s in read_sentences(path) if _in_half(s, keep)])

    train, dev, test = split_gum(folder)
    ewt = [s for s in load(folder / "ewt_train.conllu") if sum(w.upos == "X" for w in s) <= len(s) * 0.3]
    pud = folder / "en_pud-ud-test.conllu"
    write_documents("en", out / "en_syntax_train.spacy", [ewt, *map(load, train), load(pud, "odd")], augment=True)
    write_documents("en", out / "en_syntax_dev.spacy", [load(folder / "ewt_dev.conllu")[:700], *map(load, dev[:6])])
    write_documents("en", out / "en_syntax_test_ewt.spacy", [load(folder / "ewt_test.conllu")])
    write_documents("en", out / "en_syntax_test_gum.spacy", [load(path) for path in test])
    write_documents("en", out / "en_syntax_test_pud.spacy", [load(pud, "even")])


def split_gum(folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """Split the GUM documents of free genres into training, development (held out, speech) and test (held out, prose)."""
    held_out = set((folder / "gum_heldout.txt").read_text().split())
    train, dev, test = [], [], []
    for path in sorted((folder / "gum").glob("GUM_*.conllu")):
        genre = path.stem.split("_")[1]
        if genre not in GUM_GENRES:
            continue
        if path.stem not in held_out:
            train.append(path)
        else:
            (test if genre in _GUM_TEST_GENRES else dev).append(path)
    return train, dev, test


def _in_half(sentence: Sentence, keep: str) -> bool:
    """PUD is split by document: sentence ids begin with the document's number."""
    if keep == "all":
        return True
    document = int(re.sub(r"\D", "", sentence.id)[:5])
    return (document % 2 == 1) == (keep == "odd")


def _without_piastres(path: Path) -> list[Sentence]:
    """Leave out the stretch of sentences that tells of the piastres affair."""
    sentences = list(read_sentences(path))
    hits = [i for i, s in enumerate(sentences) if _PIASTRES.search(s.comments.get("text", ""))]
    if not hits:
        return sentences
    return sentences[: max(0, hits[0] - 2)] + sentences[hits[-1] + 3 :]


def clean_speech(sentences: list[list[Word]], features: dict[tuple[str, str], dict[str, str]]) -> list[list[Word]]:
    """Keep transcribed sentences that could be written ones, and give them a capital.

    Speech treebanks mark no gender or number on nouns and adjectives: `features` has those of the written treebanks, by form and
    class; a sentence with a word they lack is left out.
    """
    result = []
    for words in sentences:
        if len(words) < 5 or any(_is_spoken(word) or (word.upos in _INFLECTED and _key(word) not in features) for word in words):
            continue
        words = [replace(word, features=features[_key(word)]) if word.upos in _INFLECTED else word for word in words]
        first = words[0]
        result.append([replace(first, form=first.form[:1].upper() + first.form[1:]), *words[1:]])
    return result


def usual_features(parts: Iterable[list[list[Word]]]) -> dict[tuple[str, str], dict[str, str]]:
    """Return the most frequent features of each noun and adjective, by form in small letters and class."""
    seen: dict[tuple[str, str], Counter[tuple[tuple[str, str], ...]]] = defaultdict(Counter)
    for word in (word for sentences in parts for words in sentences for word in words if word.upos in _INFLECTED):
        seen[_key(word)][tuple(sorted(word.features.items()))] += 1
    return {key: dict(counts.most_common(1)[0][0]) for key, counts in seen.items()}


def _key(word: Word) -> tuple[str, str]:
    return word.form.lower(), word.upos


def _is_spoken(word: Word) -> bool:
    return word.relation == "dep" or word.form.lower() in _HESITATIONS or "~" in word.form or word.form.endswith("…")


def vary_typography(words: list[Word], language: str, rng: random.Random) -> list[Word]:
    """Give a sentence the apostrophes and quotation marks of printed text, at random."""
    if rng.random() < 0.5:
        words = [replace(word, form=word.form.replace("'", "’")) for word in words]
    if rng.random() >= 0.6:
        return words
    opening, closing = ("«", "»") if language == "fr" else ("“", "”")
    result, is_open = [], True
    for word in words:
        if word.form == '"':
            mark = opening if is_open else closing
            word = replace(word, form=mark, lemma=mark, space_after=word.space_after or (language == "fr" and is_open))
            is_open = not is_open
        result.append(word)
    return result


def without_final_stop(words: list[Word]) -> list[Word]:
    """Make a sentence look like a title: drop a last full stop that nothing hangs on."""
    last = len(words) - 1
    if last > 2 and words[-1].form in (".", ";") and all(word.head != last for word in words[:-1]):
        return words[:-1]
    return words


def write_documents(language: str, path: Path, parts: Iterable[list[list[Word]]], augment: bool = False) -> None:
    """Write sentences as documents of up to 8 (training) or 6 (test) sentences, one part of the corpus after another."""
    vocab, rng, documents = spacy.blank("xx").vocab, random.Random(1), DocBin(attrs=_ATTRIBUTES)
    tokens = 0
    for sentences in parts:
        for group in _groups(sentences, rng, augment):
            if augment:
                group = [vary_typography(words, language, rng) for words in group]
                if len(group) == 1 and rng.random() < 0.5:
                    group = [without_final_stop(group[0])]
            doc = to_doc(vocab, group)
            documents.add(doc)
            tokens += len(doc)
    documents.to_disk(path)
    print(f"{path.name}: {len(documents)} documents, {tokens} tokens")


def _groups(sentences: list[list[Word]], rng: random.Random, augment: bool) -> Iterator[list[list[Word]]]:
    start = 0
    while start < len(sentences):
        size = rng.randint(1, 8) if augment else 6
        yield sentences[start : start + size]
        start += size


def to_doc(vocab: Vocab, sentences: list[list[Word]]) -> Doc:
    """Make one annotated Doc of several sentences, a space between them."""
    columns: dict[str, list[str]] = {name: [] for name in ("words", "pos", "tags", "lemmas", "morphs", "deps")}
    spaces, heads = [], []
    for words in sentences:
        offset = len(heads)
        for index, word in enumerate(words):
            features = "|".join(f"{key}={value}" for key, value in sorted(word.features.items()))
            values = (word.form, word.upos, word.xpos, word.lemma, features, word.relation)
            for name, value in zip(columns, values, strict=True):
                columns[name].append(value)
            spaces.append(word.space_after or index == len(words) - 1)
            heads.append(offset + word.head)
    return Doc(vocab, spaces=spaces, heads=heads, **columns)
