"""The page at a former address of an office: it leads on to the office's own, because addresses are for ever."""

from __future__ import annotations

from maeul.load.models import Office
from maeul.site.context import SiteContext
from maeul.site.page import Page


def former_page(former_id: str, office: Office, site: SiteContext) -> Page:
    """The page under an id that an office had before."""
    own = site.addresses.office(office.id)
    path = site.addresses.office(former_id)
    description = site.words("former.lead", name=office.name)
    return Page("former", path, office.name, description, {"name": office.name}, leads_to=own)
