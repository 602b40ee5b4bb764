"""A real Chromium to read pages in; what uses it is skipped where there is none."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["CHROMIUM", "Visit", "needs_chromium", "open_browser"]

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium to open the pages in")


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """Start Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visit:
    """A page opened from a file, with all that it asked for and complained of."""

    def __init__(self, browser: "Browser", path: Path, **settings: Any) -> None:
        from playwright.sync_api import expect

        self._expect = expect
        self.page: Page = browser.new_page(**settings)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())
        self._expect(self.page.locator("#count")).not_to_be_empty()

    @property
    def shown(self) -> str:
        """What the page says of how much of the list is shown."""
        return self.page.inner_text("#count")

    def wait_for(self, told: str) -> None:
        """Wait until the page says that so much is shown."""
        self._expect(self.page.locator("#count")).to_have_text(told)

    def shows(self, selector: str) -> int:
        """Return how many elements are to be seen."""
        return self.page.locator(f"{selector}:visible").count()
