"""Draw the cover's picture, a lake between hills: ``python picture.py`` writes ``lake.jpg`` beside this file."""

import math
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1000, 620


def lake() -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    for y in range(HEIGHT):
        share = y / HEIGHT
        draw.line((0, y, WIDTH, y), fill=(int(150 + 90 * share), int(190 + 40 * share), int(225 - 10 * share)))
    for layer, (base, tone) in enumerate(((300, 120), (350, 95), (400, 70))):
        edge = [(x, base - 50 * math.sin(x / (120 + 40 * layer) + layer * 2)) for x in range(0, WIDTH + 1, 10)]
        draw.polygon([(0, 430), *edge, (WIDTH, 430)], fill=(tone - 30, tone + 30, tone))
    draw.rectangle((0, 430, WIDTH, HEIGHT), fill=(70, 120, 160))
    for y in range(440, HEIGHT, 14):
        draw.line((40 + (y * 7) % 300, y, 380 + (y * 11) % 500, y), fill=(140, 180, 205), width=3)
    draw.polygon([(620, 500), (740, 500), (715, 525), (645, 525)], fill=(120, 60, 40))
    draw.polygon([(678, 495), (678, 410), (728, 488)], fill=(245, 240, 230))
    return image


if __name__ == "__main__":
    lake().save(Path(__file__).with_name("lake.jpg"), quality=70, optimize=True)
