"""One page of each kind, by its path."""

from __future__ import annotations

KINDS = {
    "home": "",
    "find": "find/",
    "map": "map/",
    "cities": "cities/",
    "city": "cities/suwon/",
    "city without an office": "cities/yeoncheon/",
    "office": "offices/suwon-haenggung/",
    "office of unknown hours": "offices/uijeongbu-uijeongbu-2/",
    "services": "services/",
    "service": "services/tools/",
    "stories": "stories/",
    "casebook": "stories/casebook/",
    "story": "stories/gunpo-1-snacks/",
    "programme": "programme/",
    "data": "data/",
    "coverage": "data/coverage/",
    "editing": "data/editing/",
    "about": "about/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "missing": "404.html",
}
