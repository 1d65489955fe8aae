"""The pages of records, in a stable order. Pages there is one of stand in `content/`; see `single`."""

from __future__ import annotations

from collections.abc import Iterator

from maeul.site.city_page import city_page
from maeul.site.context import SiteContext
from maeul.site.office_page import office_page
from maeul.site.page import Page
from maeul.site.service_page import service_page
from maeul.site.story_page import story_page

# The kinds of record pages, and the folder that holds the pages of each.
RECORD_KINDS = {"city": "cities", "office": "offices", "service": "services", "story": "stories"}


def record_pages(site: SiteContext) -> Iterator[Page]:
    """A page for each city, office, service and story."""
    directory = site.directory
    yield from (city_page(city, site) for city in directory.cities)
    yield from (office_page(office, site) for office in directory.offices)
    yield from (service_page(service, site) for service in directory.services)
    yield from (story_page(story, site) for story in directory.stories)
