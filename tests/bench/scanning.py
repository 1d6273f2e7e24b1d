"""From pages to PDF: diakinisictl scan assemble beside img2pdf, ocrmypdf and tesseract, over the same pages in the same run."""
import os
import re
import subprocess
import time
import unicodedata
from collections import Counter

from tools import BenchFailed, median, rows, run, timed

LETTERS = ("02-ypoyrgeio-egkyklios", "07-diktyo-ekskafes", "09-synigoros-epidoma", "11-esoteriko-ypomnima", "12-apofasi-epitropi",
           "13-apantisi-se-politi", "14-perifereia-prosklisi")


def words_of(text):
    """Words of three letters and more, whatever their accents: what a search would look for."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower().replace("ς", "σ")) if not unicodedata.combining(c))
    return Counter(re.findall(r"\w{3,}", plain))


def recall(found, wanted):
    total = sum(wanted.values())
    return sum((found & wanted).values()) / total if total else 0.0


class Scanning:
    def __init__(self, programs, folder, pages):
        self.ctl, self.folder = programs.product("diakinisictl"), folder
        letters, self.pages_folder = os.path.join(folder, "letters"), os.path.join(folder, "pages")
        os.makedirs(letters)
        os.makedirs(self.pages_folder)
        source = os.path.join(programs.source, "resources", "sample", "letters")
        for name in LETTERS:
            run("pdftoppm", "-gray", "-r", "300", "-png", "-singlefile", "-f", "1", os.path.join(source, name + ".pdf"),
                os.path.join(letters, name))
        truth = {name + ".png": words_of(run("pdftotext", "-l", "1", os.path.join(source, name + ".pdf"), "-")) for name in LETTERS}
        made = rows(programs.tool("bench_pages"), letters, self.pages_folder, pages)
        self.truth = sum((truth[row["from"]] for row in made), Counter())
        self.count = len(made)

    def path(self, name):
        return os.path.join(self.folder, name)

    def pages(self, kind, count=None):
        names = [os.path.join(self.pages_folder, f"page-{i + 1:03}.{kind}") for i in range(self.count)]
        return (names * ((count or 1) // self.count + 1))[:count] if count else names

    def assemble(self, kind, *options, count=None):
        return timed(self.ctl, "scan", "assemble", *self.pages(kind, count), "--out", self.path("ours.pdf"), *options, timeout=3000)

    def img2pdf(self, kind):
        return timed("img2pdf", *self.pages(kind), "-o", self.path("img2pdf.pdf"))

    def without_recognition(self, rounds):
        """Medians in ms of ours and img2pdf's: as they are, level and white, PNG."""
        took = {}
        for _ in range(rounds):
            once = {"as_is": self.assemble("jpg"), "img2pdf": self.img2pdf("jpg"),
                    "clean": self.assemble("jpg", "--deskew", "--whiten"), "png": self.assemble("png"),
                    "img2pdf_png": self.img2pdf("png"), "png_bytes": os.path.getsize(self.path("ours.pdf")),
                    "first": timed(self.ctl, "scan", "assemble", self.pages("jpg")[0], "--out", self.path("one.pdf"), "--deskew")}
            for what, value in once.items():
                took.setdefault(what, []).append(value)
        return {what: median(values) for what, values in took.items()}

    def recognised(self):
        """{"ours", "ocrmypdf", "tesseract"} in ms, recalls and bytes."""
        pages = self.pages("jpg")
        found = {"ours": self.assemble("jpg", "--ocr", "ell+eng", "--deskew")}
        found["ours_bytes"] = os.path.getsize(self.path("ours.pdf"))
        found["ours_recall"] = recall(words_of(run("pdftotext", self.path("ours.pdf"), "-")), self.truth)
        run("img2pdf", *pages, "-o", self.path("plain.pdf"))
        found["ocrmypdf"] = timed("ocrmypdf", "-j2", "-q", "-l", "ell+eng", "--deskew", self.path("plain.pdf"), self.path("ocrmypdf.pdf"),
                                  timeout=3000)
        found["ocrmypdf_bytes"] = os.path.getsize(self.path("ocrmypdf.pdf"))
        found["ocrmypdf_recall"] = recall(words_of(run("pdftotext", self.path("ocrmypdf.pdf"), "-")), self.truth)
        begun = time.perf_counter()
        text = subprocess.run(["xargs", "-P", "2", "-I", "{}", "tesseract", "{}", "{}", "-l", "ell+eng"], input="\n".join(pages),
                              text=True, capture_output=True, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        if text.returncode != 0:
            raise BenchFailed("tesseract: " + text.stderr[-300:])
        found["tesseract"] = (time.perf_counter() - begun) * 1000
        read = Counter()
        for page in pages:
            with open(page + ".txt", encoding="utf-8") as file:
                read += words_of(file.read())
        found["tesseract_recall"] = recall(read, self.truth)
        return found

    def memory(self, count):
        """Megabytes of the largest process while `count` pages are cleaned and assembled."""
        child = subprocess.Popen([self.ctl, "scan", "assemble", *self.pages("jpg", count), "--out", self.path("pile.pdf"), "--deskew"])
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            raise BenchFailed(f"a pile of {count} pages ended with {status}")
        return usage.ru_maxrss / 1024


def rows_of(table, scanning, counts):
    pages = scanning.count
    took = scanning.without_recognition(counts.rounds)
    table.add(f"{pages} gray A4 pages (JPEG) to PDF/A", took["as_is"], "ms", took["img2pdf"], "img2pdf", "<= img2pdf")
    table.add("  brought level and whitened", took["clean"], "ms", took["img2pdf"], "img2pdf, which cleans nothing")
    table.add(f"{pages} pages (PNG) to PDF/A", took["png"], "ms", took["img2pdf_png"], "img2pdf, which encodes nothing")
    table.add("one page to PDF/A, level (process)", took["first"], "ms")
    small, large = (scanning.memory(count) for count in counts.piles)
    table.add(f"memory over {counts.piles[1]} pages, largest process", large, "MB", small, f"over {counts.piles[0]} pages", "flat")
    if counts.recognise:
        found = scanning.recognised()
        table.add(f"{pages} pages with OCR, level", found["ours"] / 1000, "s", found["ocrmypdf"] / 1000, "ocrmypdf -j2 --deskew", "< ocrmypdf")
        table.add("  the same", found["ours"] / 1000, "s", found["tesseract"] / 1000, "tesseract, 2 processes, text only", "<= 1.1")
        table.add("  words found of those on the page", 100 * found["ours_recall"], "%", 100 * found["ocrmypdf_recall"], "ocrmypdf", ">= ocrmypdf")
        table.add("  the same", 100 * found["ours_recall"], "%", 100 * found["tesseract_recall"], "tesseract")
        table.add("  size", found["ours_bytes"] / 1e6, "MB", found["ocrmypdf_bytes"] / 1e6, "ocrmypdf", "<= ocrmypdf")
