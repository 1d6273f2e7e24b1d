#!/usr/bin/env python3
"""Says what in a PDF file is against ISO 19005-2, level B, of all that can be seen from its objects.

  pdfa.py FILE...    prints a line for each fault and ends with 1 when there was one

An independent reader (qpdf) takes the file apart; the rules are the standard's clauses, in the order in which it has them.
What needs the pixels' colours or a font's program to be run is not judged here.
"""
import base64
import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
FORBIDDEN_ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
                     "/GoTo3DView", "/JavaScript"}
FORBIDDEN_ANNOTATIONS = {"/3D", "/Sound", "/Screen", "/Movie"}
FILTERS = {"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/RunLengthDecode", "/ASCIIHexDecode",
           "/ASCII85Decode", "/JPXDecode"}
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}


class File:
    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            self.bytes = file.read()
        said = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                              capture_output=True, check=False)
        if said.returncode != 0:
            raise ValueError("qpdf cannot read it: " + said.stderr.decode(errors="replace").strip())
        self.objects = json.loads(said.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]

    def resolve(self, value):
        for _ in range(32):
            if not (isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value)):
                return value
            found = self.objects.get("obj:" + value, {})
            value = found["value"] if "value" in found else Stream(found["stream"]) if "stream" in found else None
        return None

    def get(self, where, *keys):
        for key in keys:
            where = self.resolve(where)
            where = where.dict if isinstance(where, Stream) else where
            where = self.resolve(where.get(key)) if isinstance(where, dict) else None
        return where

    def all(self):
        for name, found in self.objects.items():
            if name != "trailer":
                yield name.removeprefix("obj:"), found["value"] if "value" in found else Stream(found["stream"])


class Stream:
    def __init__(self, found):
        self.dict, self.data = found["dict"], base64.b64decode(found.get("data", ""))


def dicts(value):
    """The value and everything inside it that is a dictionary."""
    if isinstance(value, Stream):
        value = value.dict
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from dicts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from dicts(inner)


def text(value):
    """A string as qpdf's JSON writes it."""
    if not isinstance(value, str):
        return None
    return value[2:] if value.startswith("u:") else value


def structure(file):
    head = file.bytes[:64]
    if not re.match(rb"%PDF-1\.[0-7][\r\n]", head):
        yield "6.1.2: the header is not at the file's beginning"
    second = re.split(rb"[\r\n]+", head, maxsplit=2)[1]
    if not (second.startswith(b"%") and len(second) >= 5 and all(byte > 127 for byte in second[1:5])):
        yield "6.1.2: no comment of four bytes above 127 behind the header"
    if "/Encrypt" in file.trailer:
        yield "6.1.3: the file is encrypted"
    if not (isinstance(file.trailer.get("/ID"), list) and len(file.trailer["/ID"]) == 2):
        yield "6.1.3: the trailer has no ID"
    if not re.search(rb"%%EOF\r?\n?\Z", file.bytes):
        yield "6.1.3: there is something behind the last %%EOF"
    if not file.bytes.count(b"\nxref\n") and b"/Type /XRef" not in file.bytes and b"/Type/XRef" not in file.bytes:
        yield "6.1.4: no cross-reference"


def streams(file):
    for name, value in file.all():
        if not isinstance(value, Stream):
            continue
        filters = value.dict.get("/Filter", [])
        for each in filters if isinstance(filters, list) else [filters]:
            if each not in FILTERS:
                yield f"6.1.7.2: {name} is compressed by {each}"
        if {"/F", "/FFilter", "/FDecodeParms"} & set(value.dict):
            yield f"6.1.7.1: {name} has its data in another file"


def colours(file, catalog):
    intents = file.resolve(catalog.get("/OutputIntents")) or []
    profiles = [file.get(intent, "/DestOutputProfile") for intent in intents
                if file.get(intent, "/S") == "/GTS_PDFA1"]
    device = {name for _, value in file.all() for each in dicts(value)
              for name in ([each.get("/ColorSpace")] if isinstance(each.get("/ColorSpace"), str) else
                           [c for c in each.get("/ColorSpace") or [] if isinstance(c, str)])
              if isinstance(name, str) and name.startswith("/Device")}
    if device and not profiles:
        yield "6.2.4.3: device colours and no output intent"
    for profile in profiles:
        if not isinstance(profile, Stream):
            yield "6.2.3: the output intent has no profile"
            continue
        data, channels = profile.data, profile.dict.get("/N")
        if len(data) < 132 or data[36:40] != b"acsp" or struct.unpack(">I", data[:4])[0] != len(data):
            yield "6.2.3: the output intent's profile is no ICC profile"
            continue
        if data[12:16] not in (b"prtr", b"mntr") or data[8] > 4:
            yield "6.2.3: the profile is of a wrong class or version"
        space = data[16:20]
        if {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}.get(space) != channels:
            yield "6.2.3: the profile and its N do not agree"
        for wanted, names in ((b"RGB ", {"/DeviceRGB"}), (b"CMYK", {"/DeviceCMYK"})):
            if names & device and space != wanted:
                yield f"6.2.4.3: {names & device} is not what the output intent is for"
        count, = struct.unpack(">I", data[128:132])
        tags = {data[132 + 12 * i:136 + 12 * i] for i in range(count)}
        for needed in (b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"):
            if space == b"RGB " and needed not in tags:
                yield f"6.2.3: the profile lacks {needed.decode()}"


def graphics(file):
    for name, value in file.all():
        for each in dicts(value):
            if each.get("/Subtype") == "/Image":
                if {"/Alternates", "/OPI"} & set(each) or each.get("/Interpolate") is True:
                    yield f"6.2.8: {name} has Alternates, OPI or Interpolate"
                if each.get("/Intent") and each["/Intent"] not in INTENTS:
                    yield f"6.2.6: {name} has another rendering intent"
            if each.get("/Subtype") == "/PS" or (each.get("/Subtype") == "/Form" and ({"/OPI", "/Ref", "/PS"} & set(each))):
                yield f"6.2.9: {name} is a PostScript or reference XObject"
            if each.get("/SMask") not in (None, "/None") or each.get("/BM") not in (None, "/Normal", "/Compatible"):
                yield f"6.2.10: {name} is transparent"
            if "/TR" in each and each.get("/Type") == "/ExtGState":
                yield f"6.2.5: {name} has a transfer function"


def fonts(file):
    for name, value in file.all():
        if not (isinstance(value, dict) and value.get("/Type") == "/Font"):
            continue
        kind = value.get("/Subtype")
        if kind == "/Type0":
            descendant = file.resolve((file.resolve(value.get("/DescendantFonts")) or [None])[0])
            if not isinstance(descendant, dict):
                yield f"6.2.11.3: {name} has no descendant font"
                continue
            system = file.get(descendant, "/CIDSystemInfo") or {}
            if value.get("/Encoding") not in ("/Identity-H", "/Identity-V") and not isinstance(file.get(value, "/Encoding"), Stream):
                yield f"6.2.11.3.3: {name} has a predefined CMap that is not embedded"
            if descendant.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in descendant:
                yield f"6.2.11.3.2: {name} has no CIDToGIDMap"
            if not (text(system.get("/Registry")) and text(system.get("/Ordering"))):
                yield f"6.2.11.3.1: {name} has no CIDSystemInfo"
            yield from embedded(file, name, descendant)
            if isinstance(file.get(value, "/ToUnicode"), Stream):
                yield from unicode_map(name, file.get(value, "/ToUnicode").data)
        elif kind not in ("/CIDFontType0", "/CIDFontType2", "/Type3"):
            yield from embedded(file, name, value)


def embedded(file, name, font):
    descriptor = file.get(font, "/FontDescriptor")
    programs = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if isinstance(file.get(descriptor, key), Stream)]
    if len(programs) != 1:
        yield f"6.2.11.4.1: the font program of {name} is not embedded"
        return
    if text(file.get(descriptor, "/FontName")) != text(font.get("/BaseFont")):
        yield f"6.2.11.2: {name}: FontName and BaseFont differ"
    program = file.get(descriptor, "/FontFile2")
    if isinstance(program, Stream):
        yield from truetype(name, program, font)


def truetype(name, program, font):
    data = program.data
    count, = struct.unpack(">H", data[4:6])
    tables = {}
    for i in range(count):
        tag, _, at, size = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[tag] = data[at:at + size]
    for needed in (b"head", b"hhea", b"hmtx", b"maxp", b"loca", b"glyf"):
        if needed not in tables:
            yield f"6.2.11.4: the font program of {name} lacks {needed.decode()}"
            return
    if program.dict.get("/Length1") != len(data):
        yield f"6.2.11.2: Length1 of {name} is not the program's length"
    units, = struct.unpack(">H", tables[b"head"][18:20])
    widths = {struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0] * 1000 // units
              for i in range(struct.unpack(">H", tables[b"hhea"][34:36])[0])}
    if font.get("/Subtype") == "/CIDFontType2" and "/W" not in font and font.get("/DW", 1000) not in widths:
        yield f"6.2.11.5: {name}: the widths are not the font program's"


def unicode_map(name, data):
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", data.replace(b"<0000> <FFFF>", b""))
    if not pairs:
        yield f"6.2.11.7.2: the ToUnicode map of {name} is empty"
    for _, target in pairs:
        if target in (b"0000", b"FEFF", b"FFFE"):
            yield f"6.2.11.7.2: {name} maps to U+{target.decode()}"


def interaction(file, catalog):
    for name, value in file.all():
        for each in dicts(value):
            if each.get("/S") in FORBIDDEN_ACTIONS and ("/Type" not in each or each["/Type"] == "/Action"):
                yield f"6.5.1: {name} is an action {each['/S']}"
            if each.get("/Type") == "/Annot" and each.get("/Subtype") in FORBIDDEN_ANNOTATIONS:
                yield f"6.3.1: {name} is an annotation {each['/Subtype']}"
            if each.get("/Type") == "/EmbeddedFile":
                yield f"6.8: {name} is an embedded file that nobody has looked at"
    if "/AA" in catalog:
        yield "6.5.2: the catalog has additional actions"
    for key in ("/NeedsRendering", "/XFA"):
        if catalog.get(key) or file.get(catalog, "/AcroForm", key):
            yield f"6.4: {key}"
    if "/Requirements" in catalog:
        yield "6.11: the catalog has Requirements"


def first(element):
    return None if element is None else "".join(element.itertext()).strip()


def metadata(file, catalog):
    packet = file.get(catalog, "/Metadata")
    if not isinstance(packet, Stream):
        yield "6.6.2.1: the catalog has no metadata"
        return
    if packet.dict.get("/Filter"):
        yield "6.6.2.1: the metadata is compressed"
    if packet.dict.get("/Type") != "/Metadata" or packet.dict.get("/Subtype") != "/XML":
        yield "6.6.2.1: the metadata is not marked as such"
    head = packet.data[:120]
    if b"<?xpacket" not in head or b"bytes=" in head or b"encoding=" in head:
        yield "6.6.2.1: the packet's header"
    try:
        tree = xml.fromstring(packet.data)
    except xml.ParseError as error:
        yield f"6.6.2.1: the metadata is no XML: {error}"
        return
    found = {child.tag: first(child) for description in tree.iter(RDF + "Description") for child in description}
    for description in tree.iter(RDF + "Description"):
        found.update({key: value for key, value in description.attrib.items() if key != RDF + "about"})
    if found.get(PDFAID + "part") != "2" or found.get(PDFAID + "conformance") not in ("B", "U", "A"):
        yield "6.6.4: it does not claim PDF/A-2b"
    for tag in found:
        if not tag.startswith((PDFAID, DC, XMP, PDF, "{http://ns.adobe.com/xap/1.0/mm/}")):
            yield f"6.6.2.3: {tag} is of no predefined schema"
    info = file.resolve(file.trailer.get("/Info")) or {}
    for key, tag in (("/Title", DC + "title"), ("/Author", DC + "creator"), ("/Creator", XMP + "CreatorTool"),
                     ("/Producer", PDF + "Producer")):
        if key in info and text(info[key]) != found.get(tag):
            yield f"6.6.3: {key} is '{text(info[key])}', the metadata says '{found.get(tag)}'"
    for key, tag in (("/CreationDate", XMP + "CreateDate"), ("/ModDate", XMP + "ModifyDate")):
        if key in info and re.sub(r"\D", "", text(info[key]))[:14] != re.sub(r"\D", "", found.get(tag) or "")[:14]:
            yield f"6.6.3: {key} is '{text(info[key])}', the metadata says '{found.get(tag)}'"


def faults(path):
    try:
        file = File(path)
    except (OSError, ValueError) as error:
        yield str(error)
        return
    catalog = file.resolve(file.trailer["/Root"])
    yield from structure(file)
    yield from streams(file)
    yield from colours(file, catalog)
    yield from graphics(file)
    yield from fonts(file)
    yield from interaction(file, catalog)
    yield from metadata(file, catalog)


def main():
    bad = False
    for path in sys.argv[1:]:
        for fault in faults(path):
            bad = True
            print(f"{path}: {fault}")
    return 1 if bad or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
