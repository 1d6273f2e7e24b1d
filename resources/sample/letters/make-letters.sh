#!/usr/bin/env bash
# Makes the sample letters again from source/*.html: born-digital ones as PDF, the others printed to a picture and roughed
# up as a scanner, a photocopier or a fax would (skew, noise, gray). The results are committed, so only who changes a
# source needs this. Debian packages: weasyprint poppler-utils imagemagick fonts-liberation fonts-dejavu-core
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for tool in weasyprint pdftoppm convert; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; see the packages at the head of this script" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1763942400 # the same bytes whenever it is run

typeset_pdf() { # name -> $work/name.pdf
    weasyprint --quiet "source/$1.html" "$work/$1.pdf" 2>/dev/null || weasyprint "source/$1.html" "$work/$1.pdf"
}

born_digital() { # names
    for name in "$@"; do
        typeset_pdf "$name"
        cp "$work/$name.pdf" "$name.pdf"
    done
}

pages() { # name dpi -> $work/name-N.png
    typeset_pdf "$1"
    pdftoppm -r "$2" -gray -png "$work/$1.pdf" "$work/$1"
}

# A gray scan: paper that is not quite white, a page laid on a little askew, the sensor's noise.
gray_scan() { # name skew seed
    pages "$1" 200
    convert "$work/$1-1.png" -bordercolor '#f4f4f4' -border 1 -background '#ececec' -virtual-pixel background \
        -distort SRT "$2" +level 4%,95% -seed "$3" -attenuate 0.12 +noise Gaussian -blur 0x0.4 -colorspace Gray \
        -density 200 -units PixelsPerInch -sampling-factor 1x1 -quality 38 "$1.jpg"
}

# A photocopy: black and white, specks, edges eaten.
photocopy() { # name skew seed
    pages "$1" 200
    convert "$work/$1-1.png" -background white -virtual-pixel background -distort SRT "$2" -seed "$3" -attenuate 0.25 \
        +noise Gaussian -threshold 62% -attenuate 0.004 +noise Impulse -threshold 50% -density 200 \
        -units PixelsPerInch -define png:bit-depth=1 -define png:compression-level=9 "$1.png"
}

# A fax: group 4, 204x196 dots an inch, all pages in one file.
fax() { # name skew seed
    pages "$1" 204
    local files=()
    for page in "$work/$1"-*.png; do
        convert "$page" -background white -virtual-pixel background -distort SRT "$2" -seed "$3" -attenuate 0.3 \
            +noise Gaussian -threshold 60% -density 204x196 -units PixelsPerInch "$page.tif"
        files+=("$page.tif")
    done
    convert "${files[@]}" -compress Group4 -density 204x196 -units PixelsPerInch "$1.tif"
}

born_digital 02-ypoyrgeio-egkyklios 04-timologio-ydravlika 07-diktyo-ekskafes 09-synigoros-epidoma \
    11-esoteriko-ypomnima 12-apofasi-epitropi 13-apantisi-se-politi 14-perifereia-prosklisi \
    20-schedio-vevaiosi-proypiresias
gray_scan 01-aitisi-proypiresias 0.7 11
gray_scan 03-scholeio-thermansi -0.5 13
gray_scan 06-aitisi-koinochristos 1.1 16
gray_scan 08-katangelia-kadoi -0.9 18
gray_scan 10-syllogos-theatro 0.4 20
photocopy 05-protodikeio-agogi 0.6 15
photocopy 16-aitisi-kladema -1.2 26
fax 15-politiki-prostasia-fax 0.3 25
ls -l ./*.pdf ./*.jpg ./*.png ./*.tif
