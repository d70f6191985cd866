"""A claim as the flat record that other programs read; its keys are a contract."""

from datetime import date
from hashlib import sha256
from typing import Any

from whoheld.model import Claim, Count, Document, Location, Party, Span

Record = dict[str, Any]


def claim_id(claim: Claim) -> str:
    """A name that is the same in every run, as long as document, evidence, kind, parties and place are."""
    told = (
        claim.doc,
        f"{claim.evidence.start}:{claim.evidence.end}",
        claim.kind,
        _name(claim.actor) or "",
        _name(claim.recipient) or "",
        _name(claim.place) or "",
    )
    return sha256("\x1f".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_record(claim: Claim, document: Document) -> Record:
    """The record of a claim: what it states, where that stands, and what it rests on."""
    reader, _, model = claim.reader.partition("; ")
    return {
        "id": claim_id(claim),
        "doc": claim.doc,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "quote": claim.evidence.of(document.text),
        "kind": claim.kind,
        "actor": _name(claim.actor),
        "recipient": _name(claim.recipient),
        "place": _name(claim.place),
        "when": claim.when.interval.record(),
        "said_by": claim.speaker.name,
        "status": claim.status.value,
        "counts": [_count(count) for count in claim.counts],
        "actor_id": claim.actor.actor_id or None if claim.actor else None,
        "recipient_id": claim.recipient.actor_id or None if claim.recipient else None,
        **_place(claim.place),
        "granularity": claim.when.interval.granularity.value if _dated(claim) else None,
        "mentions": _mentions(claim),
        "repeats": [[span.start, span.end] for span in claim.repeats],
        "confidence": round(claim.confidence, 3),
        "reader": reader or None,
        "model": model or None,
        "source": document.source or None,
        "published": _iso(document.published),
        "published_basis": document.published_basis.value,
    }


def explanation(claim: Claim, document: Document) -> Record:
    """How each part of a claim was filled, in the reader's own words."""
    return {
        "trigger": claim.trigger.of(document.text) if claim.trigger else None,
        "actor": claim.actor.reason if claim.actor else None,
        "recipient": claim.recipient.reason if claim.recipient else None,
        "place": claim.place.reason if claim.place else None,
        "when": claim.when.reason or None,
        "said_by": claim.speaker.reason or None,
        "status": claim.status_reason or None,
    }


def document_record(document: Document) -> Record:
    """What is known of a document, without its text."""
    return {
        "doc": document.id,
        "title": document.title or None,
        "published": _iso(document.published),
        "published_basis": document.published_basis.value,
        "source": document.source or None,
        "url": document.url or None,
        "characters": len(document.text),
        "sha256": document.content_hash,
    }


def _name(one: Party | Location | None) -> str | None:
    return one.name if one else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dated(claim: Claim) -> bool:
    return bool(claim.when.interval.start or claim.when.interval.end)


def _count(count: Count) -> Record:
    return {"what": count.what.value, "of": count.of, "low": count.low, "high": count.high}


def _place(location: Location | None) -> Record:
    place = location.place if location else None
    return {
        "place_id": place.id if place else None,
        "place_kind": place.kind.value if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": (place.country or None) if place else None,
    }


def _mentions(claim: Claim) -> dict[str, list[int] | None]:
    spans = {
        "trigger": claim.trigger,
        "actor": claim.actor.mention if claim.actor else None,
        "recipient": claim.recipient.mention if claim.recipient else None,
        "place": claim.place.mention if claim.place else None,
        "when": claim.when.mention,
        "said_by": claim.speaker.mention,
    }
    return {role: _pair(span) for role, span in spans.items()}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
