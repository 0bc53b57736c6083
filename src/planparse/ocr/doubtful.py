"""What of a plan was read by OCR, and which of its values may be misread.

A value in whose place a word stands that the engine was not sure of gets a diagnostic. Where printed sums don't add up,
the figure is looked for that would make them right with one digit read otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from planparse.model import Budget, Check, Diagnostic, Location, Plan
from planparse.model.budget import Amount
from planparse.model.record import plain
from planparse.ocr.settings import DEFAULT, OcrSettings
from planparse.pdf.page import Scan, Word


def ocr_diagnostics(plan: Plan, scans: Mapping[int, Scan], settings: OcrSettings = DEFAULT) -> list[Diagnostic]:
    """The diagnostics of a plan whose pages ``scans`` were read by OCR; places are those of the upright sheets."""
    if not scans:
        return []
    out = [*_pages(scans, settings)]
    for name, owner, raw, places in values_of(plan):
        found = list(_words_at(places, scans))
        if found:
            sure = min(word.confidence or 0.0 for word in found)
            words = " ".join(word.text for word in found)
            message = f'{name}: "{raw}" is read with little confidence ({sure:.2f} for "{words}")'
            refs = [owner] if owner else []
            out.append(
                Diagnostic(code="ocr_doubtful", severity="warning", message=message, locations=places, refs=refs)
            )
    for budget in plan.budgets:
        if any(place.page in scans for place in budget.locations):
            out += _mismatches(budget, scans)
    return out


def _pages(scans: Mapping[int, Scan], settings: OcrSettings) -> Iterator[Diagnostic]:
    for page in sorted(scans):
        scan = scans[page]
        place = Location(page=page, bbox=[0.0, 0.0, round(scan.width, 1), round(scan.height, 1)])
        message = f"{scan.reason}: read by {scan.engine}, confidence {scan.confidence:.2f}"
        yield Diagnostic(code="ocr_page", severity="info", message=message, locations=[place], refs=[])
        if scan.confidence < settings.unsure_page:
            message = f"most of the page is read with little confidence ({scan.confidence:.2f})"
            yield Diagnostic(code="ocr_unsure", severity="warning", message=message, locations=[place], refs=[])


def values_of(plan: Plan) -> Iterator[tuple[str, str, str, list[Location]]]:
    """(what it is of, id of the record, as printed, where it stands) of every value."""
    for indicator in plan.indicators:
        for value in indicator.values:
            yield indicator.name, indicator.id, value.quantity.raw, list(value.locations)
    for volume in plan.volumes:
        for value in volume.values:
            yield volume.label, volume.id, value.quantity.raw, list(value.locations)
    for budget in plan.budgets:
        for line in budget.lines:
            for amount in line.amounts:
                if amount.raw:
                    yield line.label, budget.id, amount.raw, list(amount.locations)
    for guarantee in plan.guarantees:
        if guarantee.target is not None:
            yield guarantee.text[:40], guarantee.id, guarantee.target.raw, list(guarantee.locations)
    for stated in plan.amounts:
        yield "an amount in running text", "", stated.raw, list(stated.locations)


def _words_at(places: Sequence[Location], scans: Mapping[int, Scan]) -> Iterator[Word]:
    for place in places:
        scan = scans.get(place.page)
        for word in scan.doubtful if scan is not None else ():
            x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
            if place.bbox[0] <= x <= place.bbox[2] and place.bbox[1] <= y <= place.bbox[3]:
                yield word


def _mismatches(budget: Budget, scans: Mapping[int, Scan]) -> Iterator[Diagnostic]:
    for check in budget.checks:
        if check.ok:
            continue
        likely = [found for found in _candidates(budget, check) if _one_digit_off(found[1], found[2])]
        # Of several figures that one digit would put right, those that were read with little confidence.
        likely = [found for found in likely if any(_words_at(found[3].locations, scans))] or likely
        line, column = budget.lines[check.line], budget.columns[check.column]
        where = f'"{line.label}", {column.label or "unnamed column"}'
        if likely:
            told = "; ".join(
                f'"{label}" is read as {plain(value)} and would have to be {plain(right)}'
                for label, value, right, _ in likely
            )
            message = f"{where} does not add up. Likely misread: {told} (kr)"
            places = [place for *_, amount in likely for place in amount.locations]
        else:
            message = f"{where} does not add up, and no single digit read otherwise would make it right"
            places = list(line.amounts[check.column].locations)
        yield Diagnostic(code="ocr_mismatch", severity="warning", message=message, locations=places, refs=[budget.id])


def _candidates(budget: Budget, check: Check) -> Iterator[tuple[str, Decimal, Decimal, Amount]]:
    """(label, value, the value that would make the check right, amount) of the figures that a check is made of."""
    lines = budget.lines
    off = check.stated - check.computed
    told = lines[check.line].amounts[check.column]
    if told.sek is not None:
        yield lines[check.line].label, told.sek, told.sek - off, told
    if check.kind == "total":
        for line in reversed(lines[: check.line]):
            amount = line.amounts[check.column]
            if line.role == "total":
                break
            if amount.sek is not None:
                yield line.label, amount.sek, amount.sek + off, amount
    else:
        for column, amount in enumerate(lines[check.line].amounts):
            if column != check.column and amount.sek is not None:
                for right in (amount.sek + off, amount.sek - off):
                    yield f"{lines[check.line].label}, {budget.columns[column].label}", amount.sek, right, amount


def _one_digit_off(value: Decimal, right: Decimal) -> bool:
    """Whether one number becomes the other by one digit read otherwise, left out, or a sign.

    >>> _one_digit_off(Decimal(4812), Decimal(4872)), _one_digit_off(Decimal(4812), Decimal(4899))
    (True, False)
    >>> _one_digit_off(Decimal(-312), Decimal(312))
    True
    """
    one, other = plain(value), plain(right)
    if one.lstrip("-") == other.lstrip("-"):
        return one != other
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    if abs(len(one) - len(other)) != 1:
        return False
    short, long_ = sorted((one, other), key=len)
    return any(long_[:at] + long_[at + 1 :] == short for at in range(len(long_)))
