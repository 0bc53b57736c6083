"""Draws the report's photographs: landscapes, houses and water of our own, a little blurred. Run once; JPEGs are kept.

python corpus/src/hallbro-arsredovisning-2023/picture.py
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).parent
SIZE = (900, 520)
NAMES = ("omslag", "ordforande", *(f"namnd-{n}" for n in range(1, 10)), *(f"verksamhet-{n}" for n in range(1, 9)))


def sky(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    top = [dice.randint(90, 160), dice.randint(130, 190), dice.randint(180, 230)]
    low = [dice.randint(200, 250), dice.randint(180, 225), dice.randint(150, 210)]
    for y in range(SIZE[1]):
        share = y / SIZE[1]
        draw.line((0, y, SIZE[0], y), fill=tuple(int(a + (b - a) * share) for a, b in zip(top, low, strict=True)))


def hills(draw: ImageDraw.ImageDraw, dice: random.Random, level: int, color: tuple[int, int, int]) -> None:
    points, height = [(0, SIZE[1])], level
    for x in range(0, SIZE[0] + 60, 60):
        height += dice.randint(-28, 28)
        points.append((x, height))
    draw.polygon([*points, (SIZE[0], SIZE[1])], fill=color)


def houses(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    x = dice.randint(20, 120)
    while x < SIZE[0] - 120:
        wide, tall, foot = dice.randint(60, 140), dice.randint(50, 150), SIZE[1] - dice.randint(60, 90)
        wall = dice.choice(((150, 50, 40), (225, 200, 140), (240, 235, 225), (120, 130, 120)))
        draw.rectangle((x, foot - tall, x + wide, foot), fill=wall)
        draw.polygon(
            [(x - 8, foot - tall), (x + wide / 2, foot - tall - 40), (x + wide + 8, foot - tall)], fill=(60, 50, 50)
        )
        for column in range(x + 10, x + wide - 18, 26):
            for row in range(foot - tall + 12, foot - 22, 34):
                draw.rectangle((column, row, column + 12, row + 18), fill=(250, 235, 170))
        x += wide + dice.randint(20, 160)


def photograph(name: str) -> Image.Image:
    dice = random.Random(name)
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    sky(draw, dice)
    green = dice.randint(70, 120)
    for step in range(3):
        hills(draw, dice, 230 + step * 80, (green - step * 15, green + 40 - step * 20, green - step * 10))
    houses(draw, dice)
    return image.filter(ImageFilter.GaussianBlur(1.2))


if __name__ == "__main__":
    for each in NAMES:
        photograph(each).save(HERE / f"{each}.jpg", quality=62, optimize=True)
