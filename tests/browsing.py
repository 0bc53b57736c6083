"""A view opened in a browser from a file, with all that it does noted: errors, words on the console, requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Browser, Page

SIZE = {"width": 1400, "height": 900}


@dataclass
class View:
    """An open view and what was heard of it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def do(self, script: str, *arguments: Any) -> Any:
        """What a JavaScript function gives."""
        return self.page.evaluate(script, *arguments)

    def classes(self, selector: str) -> list[list[str]]:
        """The classes of all elements that a selector names."""
        found: list[list[str]] = self.do("s => [...document.querySelectorAll(s)].map(e => [...e.classList])", selector)
        return found

    def texts(self, selector: str) -> list[str]:
        """The texts of those that are shown."""
        return [at.inner_text() for at in self.page.locator(selector).all() if at.is_visible()]

    def screenshot(self) -> Image:
        from PIL import Image

        return Image.open(BytesIO(self.page.screenshot())).convert("L")


@contextmanager
def viewing(browser: Browser, file: Path, link: str = "", **context: Any) -> Iterator[View]:
    """Opens a file without any network; at the end nothing may have gone wrong."""
    opened = browser.new_context(viewport=SIZE, offline=True, **context)  # type: ignore[arg-type]
    page = opened.new_page()
    page.set_default_timeout(10_000)
    view = View(page)
    page.on("console", lambda message: view.errors.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: view.errors.append(str(error)))
    page.on("request", lambda request: view.requests.append(request.url))
    page.goto(file.as_uri() + link)
    try:
        yield view
    finally:
        opened.close()
    assert view.errors == []
    assert [url for url in view.requests if not url.startswith(("data:", "file:"))] == []
