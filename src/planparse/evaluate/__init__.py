"""A plan against gold: which records are right, which were missed, which were invented.

Counts add over documents; precision, recall and F1 are derived from them, beside the mean over documents. Text is
compared strictly (folded, then equal) and softly (likeness of 0.9 or more); numbers, years and links strictly.

How a developer runs it::

    planparse evaluate GOLD PLANS                         # parse every gold document and score it
    planparse evaluate GOLD PLANS --only solna --missed   # what was missed and what is extra, with the nearest rival
    planparse evaluate GOLD PLANS --documents --parts     # F1 of each document; each attribute apart
    planparse evaluate GOLD PLANS --saved JSON            # score saved output, without parsing again
    planparse evaluate GOLD PLANS --floors benchmarks/floors.toml --json scores.json

From Python, where no PDF is needed::

    gold = load_gold(Path("gold/trosa-skola-2024.json"))
    score = score_document(gold, plan, explain=True)
    score.soft["goals"].f1, [miss for miss in score.misses if miss.field == "goals"]
"""

from planparse.evaluate.counts import Count
from planparse.evaluate.coverage import WordCoverage, word_coverage
from planparse.evaluate.floors import Floors, Shortfall, load_floors, shortfalls
from planparse.evaluate.gold import Gold, load_gold, load_gold_folder
from planparse.evaluate.grounding import Grounding, grounding
from planparse.evaluate.ledger import Miss
from planparse.evaluate.pagewords import PageWords
from planparse.evaluate.report import Header, as_json, report
from planparse.evaluate.score import DocumentScore, score_document
from planparse.evaluate.summary import Outcome, Summary, summary

__all__ = [
    "Count",
    "DocumentScore",
    "Floors",
    "Gold",
    "Grounding",
    "Header",
    "Miss",
    "Outcome",
    "PageWords",
    "Shortfall",
    "Summary",
    "WordCoverage",
    "as_json",
    "grounding",
    "load_floors",
    "load_gold",
    "load_gold_folder",
    "report",
    "score_document",
    "shortfalls",
    "summary",
    "word_coverage",
]
