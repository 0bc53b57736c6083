"""Draw the report's picture, a street at dusk: ``python picture.py`` writes ``street.png`` beside this file."""

from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 900, 420


def street() -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    for y in range(HEIGHT):
        share = y / HEIGHT
        draw.line((0, y, WIDTH, y), fill=(int(40 + 180 * share), int(60 + 90 * share), int(110 + 20 * share)))
    for index, height in enumerate((150, 210, 120, 240, 180, 130, 200, 160)):
        left = 20 + index * 110
        draw.rectangle((left, 330 - height, left + 92, 330), fill=(38 + 6 * index, 40, 52 + 4 * index))
        for row in range(height // 40):
            for column in range(3):
                lit = (index + row * 2 + column) % 3 == 0
                box = (
                    left + 12 + column * 26,
                    345 - height + row * 38,
                    left + 26 + column * 26,
                    363 - height + row * 38,
                )
                draw.rectangle(box, fill=(246, 210, 120) if lit else (60, 64, 78))
    draw.rectangle((0, 330, WIDTH, HEIGHT), fill=(58, 60, 66))
    for left in range(10, WIDTH, 120):
        draw.rectangle((left, 372, left + 60, 378), fill=(220, 220, 210))
    return image


if __name__ == "__main__":
    street().save(Path(__file__).with_name("street.png"), optimize=True)
