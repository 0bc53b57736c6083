"""Draws ``house.jpg``, what stands for a photo: a house under a grey sky, with the grain of a camera."""

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

rng = random.Random(2023)
picture = Image.new("RGB", (640, 300))
draw = ImageDraw.Draw(picture)
for y in range(300):
    draw.line((0, y, 640, y), (150 + y // 4, 165 + y // 5, 185 + y // 8))
draw.rectangle((0, 215, 640, 300), (92, 112, 80))
draw.rectangle((190, 110, 450, 225), (168, 84, 62))
draw.polygon(((175, 112), (320, 45), (465, 112)), (74, 66, 64))
for x in (215, 285, 355, 410):
    draw.rectangle((x, 140, x + 26, 178), (228, 222, 205))
picture = picture.filter(ImageFilter.GaussianBlur(1.6))
grain = picture.load()
for x in range(640):
    for y in range(300):
        shift = rng.randint(-9, 9)
        grain[x, y] = tuple(max(0, min(255, part + shift)) for part in grain[x, y])
picture.save(Path(__file__).with_name("house.jpg"), quality=55)
