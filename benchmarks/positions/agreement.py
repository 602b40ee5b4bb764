"""Count anew how often the parties voted alike, from the parsed JSON, and compare cell for cell.

The count here shares no code with `protokoll.positions`: it walks the JSON that `protokoll parse` writes, in plain
dicts and loops, by the rules that docs/positions.md gives, for records of one municipality. Only the last step asks
`protokoll` for its own count.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import protokoll

RENAMED = {"FP": "L", "VPK": "V", "KDS": "KD", "H": "M", "BF": "C"}
COUNTED = ("main", "remit_or_decide")
Cells = dict[tuple[str, str, str], tuple[int, int]]
"""Year, party, other party → votes, agreed."""


def main() -> int:
    """Print the cells by year; return 1 if any differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+", help="records, or the JSON that protokoll parse made of them")
    folders = parser.parse_args().folder
    documents = [each for folder in folders for path in files(folder) if (each := parsed(path))]
    differences = 0
    for unanimous in (True, False):
        mine = recount(documents, unanimous=unanimous)
        theirs = claimed(documents, unanimous=unanimous)
        wrong = sorted(cell for cell in {*mine, *theirs} if mine.get(cell) != theirs.get(cell))
        for cell in wrong:
            print(f"DIFFERS {cell}: counted {mine.get(cell)}, protokoll says {theirs.get(cell)}")
        differences += len(wrong)
        words = "all votes" if unanimous else "without unanimous votes"
        print(f"{words}: {len(mine)} cells, {len(mine) - len(wrong)} the same, {len(wrong)} different\n")
        if unanimous:
            show(mine)
    return min(differences, 1)


def files(folder: Path) -> list[Path]:
    """The records of a folder."""
    return sorted(each for each in folder.rglob("*") if each.suffix in (".txt", ".pdf", ".json"))


def parsed(path: Path) -> dict[str, Any] | None:
    """One record as `protokoll parse` writes it; None for a file that cannot be read."""
    if path.suffix == ".json":
        return dict(json.loads(path.read_text("utf-8")))
    try:
        return dict(json.loads(protokoll.encode(protokoll.parse_file(path, force=True))))
    except protokoll.ProtokollError as error:
        print(f"left out: {error}", file=sys.stderr)
        return None


def recount(documents: list[dict[str, Any]], *, unanimous: bool) -> Cells:
    """The votes and agreements of each two parties in each year."""
    cells: dict[tuple[str, str, str], list[int]] = {}
    for year, stands in votes_of(documents):
        if not unanimous and len(set(stands.values()) - {""}) <= 1:
            continue
        for one in stands:
            for other in stands:
                if one < other:
                    cell = cells.setdefault((year, one, other), [0, 0])
                    if stands[one] and stands[other]:
                        cell[0] += 1
                        cell[1] += stands[one] == stands[other]
    return {key: (votes, agreed) for key, (votes, agreed) in cells.items() if votes}


def votes_of(documents: list[dict[str, Any]]) -> list[tuple[str, dict[str, str]]]:
    """Each counted vote once: its year and the side of each party, '' for a party that was equally divided."""
    places: set[tuple[str, ...]] = set()
    known: list[tuple[str, bool, set[str]]] = []
    counted = []
    minutes_first = sorted(documents, key=lambda each: (not is_minutes(each), each["source"]["path"]))
    for document in minutes_first:
        for item in document.get("items", []):
            for index, vote in enumerate(item.get("votes", [])):
                sides = sides_of(vote, document)
                if len(sides) < 2 or vote["kind"] == "closed" or misread(vote):
                    continue
                place = place_of(document, item, index)
                if place and place in places:
                    continue
                words, matters = words_of(vote), matters_of(document, item)
                told = [
                    old for old, has_place, of in known if old == words and of & matters and not (has_place and place)
                ]
                if told:
                    continue
                known.append((words, bool(place), matters))
                if place:
                    places.add(place)
                date = date_of(document, item, vote)
                if vote["kind"] in COUNTED and date:
                    counted.append((date[:4], {party: stand_of(counts) for party, counts in sides.items()}))
    return counted


def misread(vote: dict[str, Any]) -> bool:
    """Tell whether the names of a side are more than one, and more than a tenth, away from its printed number."""
    for side in ("yes", "no"):
        names = len([each for each in vote["roll"] if each["vote"] == side])
        if vote.get(side) is not None and abs(vote[side] - names) > max(1, vote[side] // 10):
            return True
    return False


def is_minutes(document: dict[str, Any]) -> bool:
    """Tell whether a document is a body's own minutes."""
    return document["document"]["kind"] in ("protocol", "protocol_extract")


def sides_of(vote: dict[str, Any], document: dict[str, Any]) -> dict[str, dict[str, int]]:
    """How many of each party voted each way."""
    present: dict[str, set[str]] = {}
    for person in document.get("attendance", []):
        present.setdefault(plain(person["name"]), set()).add(person.get("party") or "")
    sides: dict[str, dict[str, int]] = {}
    for voter in vote.get("roll", []):
        party = voter.get("party")
        listed = present.get(plain(voter["name"]), set())
        if not party and "(" not in voter["printed"] and len(listed) == 1:
            party = next(iter(listed))
        if party and voter["vote"] != "absent":
            counts = sides.setdefault(RENAMED.get(party, party), {})
            counts[voter["vote"]] = counts.get(voter["vote"], 0) + 1
    return sides


def stand_of(counts: dict[str, int]) -> str:
    """The side of most, or '' where two sides have as many."""
    most = max(counts.values())
    leading = [side for side, count in counts.items() if count == most]
    return leading[0] if len(leading) == 1 else ""


def place_of(document: dict[str, Any], item: dict[str, Any], index: int) -> tuple[str, ...] | None:
    """What makes a vote in minutes the same vote wherever those minutes are found again."""
    head = document["document"]
    if not is_minutes(document) or not (head.get("body") and head.get("date") and item.get("number")):
        return None
    town = head["municipality"]["text"] if head.get("municipality") else ""
    return (town, plain(head["body"]["text"]), head["date"]["text"], item["number"]["text"], str(index))


def words_of(vote: dict[str, Any]) -> str:
    """The ballot and who voted how, as one string."""
    ballot = vote.get("ballot")
    question = plain(f"{ballot['yes']['text']} / {ballot['no']['text']}") if ballot else ""
    names = sorted({f"{plain(voter['name'])}={voter['vote']}" for voter in vote["roll"]})
    return " ".join([question, *names])


def matters_of(document: dict[str, Any], item: dict[str, Any]) -> set[str]:
    """The titles and diary numbers that a vote goes under."""
    head = document["document"]
    found = [each for each in (item.get("title"), head.get("title")) if each]
    found += [*item.get("diary_numbers", []), *head.get("diary_numbers", [])]
    return {plain(each["text"]) for each in found}


def date_of(document: dict[str, Any], item: dict[str, Any], vote: dict[str, Any]) -> str | None:
    """The day of the meeting: in a report that quotes minutes, that of the vote or of the decision before it."""
    own = document["document"].get("date")
    day = own["text"] if own else None
    if is_minutes(document) or document["document"]["kind"] == "agenda":
        return day
    if vote.get("date"):
        return str(vote["date"]["text"])
    if vote.get("body"):
        wanted = plain(vote["body"]["text"])
        days = {
            each["date"]["text"]
            for each in [*item.get("decisions", []), *item.get("votes", [])]
            if each.get("date") and each.get("body") and plain(each["body"]["text"]) == wanted
        }
        return str(days.pop()) if len(days) == 1 else day
    before = [each for each in item.get("decisions", []) if each["span"][0] <= vote["span"][0]]
    if before:
        last = before[0]
        for each in before:
            if each["span"][0] > last["span"][0]:
                last = each
        near = last["span"][1] + 8000 >= vote["span"][0]
        if near and last.get("body") and last.get("date"):
            return str(last["date"]["text"])
    return day


def plain(words: str) -> str:
    """Words without case, accents and marks."""
    for letter, bare in zip("åäöéáàâãæøóòôõèêëüúùûíìîï", "aaoeaaaaaoooooeeeuuuuiiii", strict=True):
        words = words.lower().replace(letter, bare)
    return " ".join("".join(" " if each in ".,:;–—-_*•\xa0/" else each for each in words).split())


def claimed(documents: list[dict[str, Any]], *, unanimous: bool) -> Cells:
    """What protokoll itself says of the same documents."""
    from protokoll.positions.agreement import agreement

    found = agreement([protokoll.decode(json.dumps(each)) for each in documents], by="year", unanimous=unanimous)
    return {
        (group.key, cell.party, cell.other): (len(cell.votes), len(cell.agreed))
        for group in found.groups
        for cell in group.cells
        if cell.votes
    }


def shown(cell: tuple[int, int] | None) -> str:
    """One cell of the table."""
    return f"{cell[1] / cell[0]:.0%} ({cell[0]})" if cell else ""


def show(cells: Cells) -> None:
    """Print a table for each year: agreed of votes, in hundredths."""
    for year in sorted({year for year, _, _ in cells}):
        parties = sorted({party for at, *pair in cells if at == year for party in pair})
        print(f"## {year}: agreement in per cent (votes)\n")
        print("| | " + " | ".join(parties[1:]) + " |")
        print("|---" * len(parties) + "|")
        for one in parties[:-1]:
            row = [shown(cells.get((year, one, other))) if one < other else "" for other in parties[1:]]
            print(f"| **{one}** | {' | '.join(row)} |")
        print()


if __name__ == "__main__":
    sys.exit(main())
