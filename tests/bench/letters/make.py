#!/usr/bin/env python3
"""Makes the letters: typeset, printed to pictures, and spoilt as scanners, copiers, faxes and telephones spoil them.

  make.py FOLDER [--set tuned|second|held] [--only NAME]...

Each letter comes as a clean scan (every fifth as a PDF as well) and once spoilt; FOLDER/truth.json says what is true of each file. What
is there already is not made again. Debian packages: weasyprint poppler-utils imagemagick fonts-liberation fonts-dejavu fonts-freefont-ttf
fonts-gfs-artemisia fonts-gfs-didot fonts-gfs-neohellenic fonts-open-sans fonts-crosextra-carlito fonts-comic-neue
"""
import argparse
import concurrent.futures
import json
import os
import subprocess
import zlib

import contents
import contents_held
import contents_second
import layouts
import layouts_held
import layouts_second

ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH="1763942400", OMP_NUM_THREADS="1", MAGICK_THREAD_LIMIT="1")
A4_300 = (2480, 3508)


def call(*command):
    subprocess.run([str(part) for part in command], check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def picture(pdf, path, dpi):
    call("pdftoppm", "-r", dpi, "-gray", "-png", "-singlefile", "-f", "1", pdf, path[:-4])


def seed(name):
    return str(zlib.crc32(name.encode()) % 10000)


def clean(pdf, path, name):
    """What an office scanner gives: 300 dots, gray, hardly any skew."""
    picture(pdf, path + ".page.png", 300)
    skew = (zlib.crc32(name.encode()) % 9 - 4) / 10
    call("convert", path + ".page.png", "-background", "#f2f2f2", "-virtual-pixel", "background", "-distort", "SRT", skew, "+level", "4%,96%", "-seed",
         seed(name), "-attenuate", "0.08", "+noise", "Gaussian", "-colorspace", "Gray", "-density", "300", "-units", "PixelsPerInch", "-quality", "75", path)


def skewed(pdf, path, name):
    picture(pdf, path + ".page.png", 300)
    angle = (2.4, -3.1, 1.7, -1.9)[zlib.crc32(name.encode()) % 4]
    call("convert", path + ".page.png", "-background", "#e8e8e8", "-virtual-pixel", "background", "-distort", "SRT", angle, "+level", "8%,90%", "-seed", seed(name),
         "-attenuate", "0.2", "+noise", "Gaussian", "-colorspace", "Gray", "-density", "300", "-units", "PixelsPerInch", "-quality", "60", path)


def copied(pdf, path, name):
    """A copy of a copy: black and white, specks, thin strokes."""
    picture(pdf, path + ".page.png", 200)
    call("convert", path + ".page.png", "-background", "white", "-virtual-pixel", "background", "-distort", "SRT", "0.8", "-blur", "0x0.6", "-seed", seed(name), "-attenuate",
         "0.35", "+noise", "Gaussian", "-threshold", "58%", "-attenuate", "0.006", "+noise", "Impulse", "-threshold", "50%", "-density", "200", "-units",
         "PixelsPerInch", "-define", "png:bit-depth=1", path)


def faxed(pdf, path, name):
    picture(pdf, path + ".page.png", 204)
    call("convert", path + ".page.png", "-background", "white", "-virtual-pixel", "background", "-distort", "SRT", "-0.4", "-seed", seed(name), "-attenuate", "0.3", "+noise",
         "Gaussian", "-threshold", "60%", "-density", "204", "-units", "PixelsPerInch", "-compress", "Group4", path)


def stamped(pdf, path, name):
    """A registry's stamp across the heading, and a pen's line."""
    picture(pdf, path + ".page.png", 300)
    x = 1250 + zlib.crc32(name.encode()) % 500
    call("convert", path + ".page.png", "-colorspace", "sRGB", "(", "-size", "720x300", "xc:none", "-fill", "none", "-stroke", "#2b3f8f", "-strokewidth", "7", "-draw",
         "rectangle 6,6 714,294", "-strokewidth", "1", "-fill", "#2b3f8f", "-font", "DejaVu-Sans-Bold", "-pointsize", "44", "-gravity", "north", "-annotate", "+0+24",
         "ΔΗΜΟΣ ΝΕΑΣ ΟΛΥΝΘΟΥ", "-pointsize", "40", "-annotate", "+0+100", "ΕΙΣΕΡΧΟΜΕΝΟ", "-annotate", "+0+165", "Αριθ. Πρωτ. 99817", "-annotate", "+0+230", "Ημερ. 30-12-2026",
         "-background", "none", "-rotate", "-7", ")", "-gravity", "northwest", "-geometry", f"+{x}+{40 + zlib.crc32(name.encode()) % 120}", "-compose", "multiply", "-composite", "-fill", "none",
         "-stroke", "#1a1a60", "-strokewidth", "6", "-draw", "bezier 300,900 700,700 500,1100 900,860", "-seed", seed(name), "-attenuate", "0.1", "+noise", "Gaussian",
         "-density", "300", "-units", "PixelsPerInch", "-quality", "75", path)


def photographed(pdf, path, name):
    """Taken with a telephone: perspective, a shadow, a table around the sheet."""
    picture(pdf, path + ".page.png", 250)
    w, h = 2067, 2923
    k = zlib.crc32(name.encode()) % 60
    call("convert", path + ".page.png", "-resize", f"{w}x{h}!", "-bordercolor", "#5d5046", "-border", "120", "-virtual-pixel", "edge", "-distort", "Perspective",
         f"0,0 {60 + k},{40 + k}  {w + 240},0 {w + 150},{90}  {w + 240},{h + 240} {w + 230 - k},{h + 200}  0,{h + 240} {20},{h + 150 + k}", "-colorspace", "sRGB",
         "(", "-size", f"{w + 240}x{h + 240}", "gradient:#ffffff-#9a958c", "-rotate", "0", ")", "-compose", "multiply", "-composite", "-blur", "0x0.8", "-seed", seed(name),
         "-attenuate", "0.15", "+noise", "Gaussian", "-density", "72", "-quality", "80", path)


SPOILING = [("skewed", skewed, "jpg"), ("copied", copied, "png"), ("stamped", stamped, "jpg"), ("photographed", photographed, "jpg"), ("faxed", faxed, "tif")]


SETS = {"tuned": lambda: layouts.layouts_of(contents.TUNED), "second": lambda: layouts_second.layouts_of(contents_second.SECOND),
        "held": lambda: layouts_held.layouts_of(contents_held.HELD)}


def make(folder, index, letter, layout):
    """The files of one letter, as rows of the truth."""
    name = f"{index:02}-{letter.name}-{layout.__name__}".replace("_", "-")
    way, spoil, kind = SPOILING[index % len(SPOILING)]
    pdf = os.path.join(folder, name + ".pdf")
    files = [("clean", os.path.join(folder, name + ".jpg"), clean), (way, os.path.join(folder, f"{name}-{way}.{kind}"), spoil)]
    if not os.path.exists(pdf):
        source = os.path.join(folder, name + ".html")
        with open(source, "w", encoding="utf-8") as out:
            out.write(layout(letter))
        call("weasyprint", "--quiet", source, pdf)
    for _, path, how in files:
        if not os.path.exists(path):
            how(pdf, path, name)
            os.remove(path + ".page.png")
    truth = {key: value for key, value in vars(letter).items() if key not in ("body", "heading")}
    truth["heading"] = letter.heading
    truth["layout"] = layout.__name__
    rows = [dict(truth, file=os.path.basename(path), way=how) for how, path, _ in files]
    return rows + ([dict(truth, file=os.path.basename(pdf), way="digital")] if index % 5 == 0 else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--set", choices=SETS, default="tuned", help="those the rules were made with, those mended by, or those held out")
    parser.add_argument("--only", action="append", default=[])
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    pairs = SETS[options.set]()
    chosen = [(i, *pair) for i, pair in enumerate(pairs) if not options.only or pair[0].name in options.only]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = sum(pool.map(lambda job: make(options.folder, *job), chosen), [])
    with open(os.path.join(options.folder, "truth.json"), "w", encoding="utf-8") as out:
        json.dump(rows, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
