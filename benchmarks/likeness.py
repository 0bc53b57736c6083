"""How well likeness tells the same goal from others, on the hand-made pairs of ``gold/pairs``.

    python -m benchmarks.likeness              measure both halves, with the floors
    python -m benchmarks.likeness --no-model   without the language model of the extra embed
    python -m benchmarks.likeness --learn      learn the thresholds from the tuning half and write them

Two measures. *Pairing*: the first wordings of a kind's pairs are a plan's goals, the second ones the next year's, and
the alignment has to find who belongs to whom (this is what changes, follow-ups and the chain rest on); F1 over links.
The wordings of the unrelated pairs stand among them as goals that were dropped and new ones: a link to them is false.
*Deciding*: each pair alone, is it the same goal (this is what groups rest on); F1 over pairs, those of the kinds
opposite, theme and unrelated being the false ones. An opposite pair taken for the same in either is a fault of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from benchmarks.machine import described, results_file
from planparse.compare.alignment import align, assigned
from planparse.compare.likeness import Scale, thresholds
from planparse.compare.model import LanguageModel, language_model

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "gold" / "pairs" / "goals.csv"
LEARNT = ROOT / "src" / "planparse" / "compare" / "data" / "likeness.toml"
SAME = ("light", "hard")
FLOORS = {"light": 0.97, "hard": 0.35}
FLOORS_WITH_MODEL = {"light": 0.97, "hard": 0.70}


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two wordings; pairs with the same ``goal`` are all of one goal ("" where no other pair is of it)."""

    id: str
    kind: str
    half: str
    goal: str
    first: str
    second: str


def gold_pairs(half: str | None = None) -> list[GoldPair]:
    """The hand-made pairs, of one half or all."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = [GoldPair(**row) for row in csv.DictReader(file)]
    return [pair for pair in pairs if half in (None, pair.half)]


def pairing(pairs: Sequence[GoldPair], kind: str, model: LanguageModel | None) -> float:
    """F1 of the links that the alignment makes between the first and second wordings of a kind."""
    held = _pool(pairs, kind)
    found = align([pair.first for pair in held], [pair.second for pair in held], model=model)
    right = sum(_right(held[link.first], held[link.second]) for link in found)
    return 2 * right / (len(found) + sum(pair.kind == kind for pair in held))


def _pool(pairs: Sequence[GoldPair], kind: str) -> list[GoldPair]:
    """A kind's pairs, and the unrelated ones that share no wording with them."""
    own = [pair for pair in pairs if pair.kind == kind]
    said = {text for pair in own for text in (pair.first, pair.second)}
    strangers = [pair for pair in pairs if pair.kind == "unrelated" and not said & {pair.first, pair.second}]
    return [*own, *strangers]


def _right(one: GoldPair, other: GoldPair) -> bool:
    return one.kind in SAME and other.kind in SAME and _same_goal(one, other)


def deciding(pairs: Sequence[GoldPair], kind: str, model: LanguageModel | None) -> float:
    """F1 of the decision on single pairs."""
    true, false = [pair for pair in pairs if pair.kind == kind], [pair for pair in pairs if pair.kind not in SAME]
    hits = sum(_decided(pair, model) for pair in true)
    return 2 * hits / (hits + sum(_decided(pair, model) for pair in false) + len(true))


def opposites_taken(pairs: Sequence[GoldPair], model: LanguageModel | None) -> list[str]:
    """The opposite pairs that are taken for the same goal, by deciding or by pairing two plans of one goal each."""
    held = [pair for pair in pairs if pair.kind == "opposite"]
    return [pair.id for pair in held if _decided(pair, model) or align([pair.first], [pair.second], model=model)]


def _same_goal(one: GoldPair, other: GoldPair) -> bool:
    return one.id == other.id or (one.goal != "" and one.goal == other.goal)


def _decided(pair: GoldPair, model: LanguageModel | None) -> bool:
    match = Scale([pair.first, pair.second], model).match(0, 1)
    return match.sure and match.against is None


def learn() -> dict[str, float]:
    """The thresholds that the tuning half gives."""
    pairs = gold_pairs("tune")
    concept, pair = _best_pairing(pairs, None, [(value, 0.0) for value in (0.4, 0.5, 0.6, 0.7)])
    weights = [(concept[0], value) for value in (0.2, 0.4, 0.6, 0.8, 1.0)]
    with_model, pair_with_model = _best_pairing(pairs, language_model(), weights)
    same, near = _deciding_thresholds(pairs)
    return {
        "same": same,
        "near": near,
        "concept": concept[0],
        "model": with_model[1],
        "pair": pair,
        "pair_with_model": pair_with_model,
    }


def _best_pairing(
    pairs: Sequence[GoldPair], model: LanguageModel | None, weights: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float], float]:
    """The weights of concepts and model, and the threshold, with the best mean F1 of light and hard pairs."""
    tables = []
    for kind in SAME:
        held = _pool(pairs, kind)
        scale = Scale([*(pair.first for pair in held), *(pair.second for pair in held)], model)
        rows, columns = list(range(len(held))), list(range(len(held), 2 * len(held)))
        words = (scale.surface[rows] @ scale.surface[columns].T).toarray()
        concepts = (scale.concepts[rows] @ scale.concepts[columns].T).toarray()
        sense = np.zeros_like(words)
        if scale.vectors is not None:
            sense = np.clip(scale.vectors[rows] @ scale.vectors[columns].T, 0, 1)
        against = [[scale.match(row, column).against is not None for column in columns] for row in rows]
        right = np.array([[_right(one, other) for other in held] for one in held])
        tables.append((words, concepts, sense, np.array(against), right, sum(pair.kind == kind for pair in held)))
    scored = []
    for concept, part in weights:
        for least in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
            score = 0.0
            for words, concepts, sense, against, right, count in tables:
                likeness = np.where(against, -1, np.maximum(words, concept * concepts + part * sense))
                links = assigned(likeness, least)
                score += sum(right[link] for link in links) / (len(links) + count)
            scored.append((score, (concept, part), least))
    # Of those that are as good as the best but for chance: the one that trusts the model most (the lists of concepts
    # know the pairs of their own hands, the model knows none of them), and then the highest threshold, which links the
    # fewest strangers.
    best = max(score for score, _, _ in scored)
    as_good = [entry for entry in scored if entry[0] >= best - _CHANCE]
    _, chosen, least = max(as_good, key=lambda entry: (entry[1][1], entry[2], entry[0]))
    return chosen, least


_CHANCE = 0.03
"""a difference of mean F1 that 76 pairs can't tell from chance: two links more or less"""


def _deciding_thresholds(pairs: Sequence[GoldPair]) -> tuple[float, float]:
    """From where words alone decide: half way between the likest stranger and the least alike light pair above it."""
    scale = Scale([text for pair in pairs for text in (pair.first, pair.second)])
    light, strangers = [], []
    for number, pair in enumerate(pairs):
        match = scale.match(2 * number, 2 * number + 1)
        words = float(scale.of_pairs([2 * number], [2 * number + 1])[0])
        if match.against is None and pair.kind == "light":
            light.append(words)
        elif match.against is None and pair.kind not in SAME:
            strangers.append(words)
    highest = max(strangers)
    same = (highest + min(value for value in light if value > highest)) / 2
    # Between the likest stranger and "same" a match is unsure.
    return round(same, 2), round(highest, 2)


def write(learnt: dict[str, float]) -> None:
    """Puts what was learnt into the data file, under its comment."""
    text = LEARNT.read_text(encoding="utf-8")
    head = text[: text.index("[[rule]]")]
    values = "".join(f"{name} = {value:g}\n" for name, value in learnt.items())
    LEARNT.write_text(f'{head}[[rule]]\nname = "goals"\n{values}examples = []\n', encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one half of the pairs gives: F1 by kind for both measures, and the opposites taken for the same goal."""

    pairing: dict[str, float]
    deciding: dict[str, float]
    opposites: list[str]
    counts: dict[str, int]

    def held(self, floors: Mapping[str, float]) -> bool:
        """Whether the floors hold."""
        return not self.opposites and all(self.pairing[kind] >= floor for kind, floor in floors.items())


def figures(half: str, model: LanguageModel | None) -> Figures:
    """The measures on one half of the pairs."""
    pairs = gold_pairs(half)
    return Figures(
        {kind: pairing(pairs, kind, model) for kind in SAME},
        {kind: deciding(pairs, kind, model) for kind in SAME},
        opposites_taken(pairs, model),
        {kind: sum(pair.kind == kind for pair in pairs) for kind in dict.fromkeys(pair.kind for pair in pairs)},
    )


def told(half: str, found: Figures) -> str:
    """A line for eyes."""
    kinds = [
        f"{kind} ({found.counts[kind]}): pairing {found.pairing[kind]:.3f}, deciding {found.deciding[kind]:.3f}"
        for kind in SAME
    ]
    taken = f"opposites taken for the same: {len(found.opposites)} of {found.counts['opposite']}"
    return f"  {half:8} {'; '.join([*kinds, taken])}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learn", action="store_true", help="learn the thresholds and write them")
    parser.add_argument("--no-model", action="store_true", help="leave the language model out, and save nothing")
    options = parser.parse_args()
    if options.learn:
        write(learn())
        print(LEARNT.read_text(encoding="utf-8"))
        return
    print(thresholds())
    content = described("likeness", [PAIRS]) | {"thresholds": asdict(thresholds())}
    held = True
    runs = {"without the language model": (None, FLOORS)}
    if not options.no_model:
        runs["with the language model"] = (language_model(), FLOORS_WITH_MODEL)
    for name, (model, floors) in runs.items():
        print(name)
        halves = {half: figures(half, model) for half in ("tune", "measure")}
        for half, found in halves.items():
            print(told(half, found))
        # Thresholds are learnt from the one half and the floors hold on the other; no half may take an opposite.
        held = held and halves["measure"].held(floors) and halves["tune"].held({})
        content[name] = {"floors": floors} | {half: asdict(found) for half, found in halves.items()}
    if not options.no_model:
        text = json.dumps(content, ensure_ascii=False, indent=1)
        results_file("likeness").write_text(text + "\n", encoding="utf-8")
    sys.exit(0 if held else "a floor is not reached")


if __name__ == "__main__":
    main()
