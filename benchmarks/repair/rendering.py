"""Swedish text as page images, in many looks: typeface, size, resolution and what a copier does to a page."""

import io
import random
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

__all__ = ["DAMAGES", "Look", "looks", "render"]

DAMAGES = ("clean", "blur", "noise", "rotation", "jpeg", "bilevel", "photocopy")
_FONTS = Path("/usr/share")
_INCHES = (8.27, 11.69)


@dataclass(frozen=True)
class Look:
    """How one page looks."""

    font: str
    size: float
    dpi: int
    damage: str
    seed: int = 0


def looks(fonts: list[str], count: int, seed: int, *, rough: bool = False) -> list[Look]:
    """Return `count` looks drawn from the fonts, sizes, resolutions and kinds of damage.

    Args:
        fonts: file names of typefaces, found anywhere under /usr/share.
        count: how many looks.
        seed: the same seed gives the same looks.
        rough: draw small, coarse and copied pages only: those that a right model also misreads.
    """
    chance = random.Random(seed)  # noqa: S311 - looks, not secrets
    sizes = (8, 9, 10) if rough else (10, 10.5, 11, 12)
    resolutions = (100, 120, 150) if rough else (150, 200, 200, 300)
    damages = ("bilevel", "photocopy", "noise", "jpeg") if rough else DAMAGES
    return [
        Look(
            font=fonts[i % len(fonts)],
            size=chance.choice(sizes),
            dpi=chance.choice(resolutions),
            damage=damages[(i // len(fonts) + i) % len(damages)],
            seed=chance.randrange(10**6),
        )
        for i in range(count)
    ]


def render(lines: list[str], look: Look) -> Image.Image:
    """Return the lines, wrapped to the page, as a grey page image in the given look."""
    scale = look.dpi / 72
    font = ImageFont.truetype(str(_find(look.font)), round(look.size * scale))
    width, height = (round(side * look.dpi) for side in _INCHES)
    margin, leading = round(0.9 * look.dpi), round(look.size * scale * 1.25)
    printed = [part for line in lines for part in _wrap(line, font, width - 2 * margin)]
    page = Image.new("L", (width, max(height, 2 * margin + leading * len(printed))), 255)
    draw = ImageDraw.Draw(page)
    for row, line in enumerate(printed):
        draw.text((margin, margin + row * leading), line, font=font, fill=20)
    return _damage(page, look)


def _find(name: str) -> Path:
    found = next(_FONTS.rglob(name), None)
    if found is None:
        raise SystemExit(f"there is no font {name}; scripts/install-debian installs those that are used here")
    return found


def _wrap(line: str, font: ImageFont.FreeTypeFont, width: float) -> list[str]:
    rows, row = [], ""
    for word in line.split():
        longer = f"{row} {word}" if row else word
        if row and font.getlength(longer) > width:
            rows.append(row)
            row = word
        else:
            row = longer
    return [*rows, row]


def _damage(page: Image.Image, look: Look) -> Image.Image:
    chance = random.Random(look.seed)  # noqa: S311
    if look.damage == "blur":
        return page.filter(ImageFilter.GaussianBlur(look.dpi / 200 * chance.uniform(0.7, 1.1)))
    if look.damage == "noise":
        return _noisy(page, look, 30)
    if look.damage == "rotation":
        return page.rotate(chance.uniform(-0.8, 0.8), resample=Image.Resampling.BICUBIC, fillcolor=255)
    if look.damage == "jpeg":
        packed = io.BytesIO()
        page.save(packed, "JPEG", quality=chance.randrange(12, 35))
        return Image.open(packed).convert("L")
    if look.damage == "bilevel":
        return _bilevel(page.filter(ImageFilter.GaussianBlur(look.dpi / 300)), chance.randrange(110, 170))
    if look.damage == "photocopy":
        soft = _noisy(page.filter(ImageFilter.GaussianBlur(look.dpi / 300)), look, 22)
        turned = soft.rotate(chance.uniform(-0.4, 0.4), resample=Image.Resampling.BICUBIC, fillcolor=255)
        return _bilevel(turned, chance.randrange(125, 165))
    return page


def _noisy(page: Image.Image, look: Look, sigma: float) -> Image.Image:
    random.seed(look.seed)
    grain = Image.effect_noise(page.size, sigma)
    return ImageChops.add(page, grain, scale=1, offset=-128)


def _bilevel(page: Image.Image, threshold: int) -> Image.Image:
    return page.point(lambda grey: 255 if grey > threshold else 0)
