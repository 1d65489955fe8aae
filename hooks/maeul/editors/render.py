"""Findings as text, one line each, in the form that editors and terminals know: file:line:column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from maeul.load.findings import Finding, Level

_WORDS = {Level.ERROR: "error", Level.WARNING: "warning"}


def line(found: Finding) -> str:
    """`data/offices.yaml:41:12: error time-shape: 신장1동 행복마을관리소 · … "24:00"처럼 쓰세요.`"""
    return f"{found.file}:{found.line}:{found.column}: {_WORDS[found.level]} {found.code}: {found.message} {found.hint}"


def text(findings: Sequence[Finding]) -> str:
    """All findings, a line each, and a line that counts them."""
    errors = sum(found.level is Level.ERROR for found in findings)
    count = f"고칠 곳 {errors}, 살펴볼 곳 {len(findings) - errors}" if findings else "고칠 곳이 없습니다."
    return "".join(f"{line(found)}\n" for found in findings) + f"{count}\n"


RENDERERS: Mapping[str, Callable[[Sequence[Finding]], str]] = {"text": text}
