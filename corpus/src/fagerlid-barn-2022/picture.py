"""Draw the report's status dots and progress bars: ``python picture.py`` writes them as PNG beside this file."""

from pathlib import Path

from PIL import Image, ImageDraw

COLORS = {"green": (112, 173, 71), "yellow": (255, 200, 0), "red": (204, 40, 40)}
BAR = (160, 16)


def dot(color: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (48, 48), "white")
    ImageDraw.Draw(image).ellipse((4, 4, 43, 43), fill=color, outline=(90, 90, 90), width=2)
    return image


def bar(percent: int) -> Image.Image:
    image = Image.new("RGB", BAR, (224, 224, 224))
    ImageDraw.Draw(image).rectangle((0, 0, BAR[0] * percent // 100 - 1, BAR[1]), fill=COLORS["green"])
    return image


if __name__ == "__main__":
    here = Path(__file__).parent
    for name, color in COLORS.items():
        dot(color).save(here / f"{name}.png", optimize=True)
    for percent in (10, 25, 50, 80, 100):
        bar(percent).save(here / f"bar-{percent}.png", optimize=True)
