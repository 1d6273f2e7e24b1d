#include "ctl/scan_commands.h"

namespace diakinisi::ctl {

namespace {

const char listUsage[] = R"(scan list [--device ID] [--json]
  The scanners that this machine can reach, and what each can do: SANE's, and network scanners without drivers (eSCL).
  --device ID   only this one; a network scanner that is not found by itself: escl:http://HOST[:PORT][/eSCL]
  --json   {"scanners":[{"id","vendor","model","sources","modes","resolutions","width_mm","height_mm","brightness"}]}
example: diakinisictl scan list --json)";

const char runUsage[] = R"(scan run --device ID --out OUT.pdf [options]
  Scans what lies in the scanner and makes a PDF/A-2b of it. Each page is on disk, in OUT.pdf.pages, as soon as it was
  scanned; the folder goes once the PDF is written, and stays when anything goes wrong.
  --dpi 300                      dots an inch
  --mode gray|color|lineart
  --source flatbed|feeder|duplex|manual-duplex
                                 manual-duplex: first all fronts, then, once Enter is pressed, all backs; the feeder
                                 where there is no --source and --duplex or --pages was given
  --duplex                       both sides of each sheet
  --pages N                      at most so many pages from the feeder
  --page-size A4|A3|A5|Letter|Legal
  --brightness P                 percent, -100 to 100
  --continue                     goes on behind the pages in OUT.pdf.pages, as after a jam, and makes one PDF of all
  --backs                        with --continue and manual-duplex: the fronts are complete, backs lie in the feeder
  and those of scan assemble: --ocr, --tessdata, --split, --deskew, --crop, --whiten, --upright, --line-art, --despeckle,
  --drop-blank, --title, --json
example: diakinisictl scan run --device test:0 --out letter.pdf --source feeder --ocr ell+eng --deskew)";

const char assembleUsage[] = R"(scan assemble FILE... --out OUT.pdf [options]
  Makes one PDF/A-2b of JPEG, PNG and TIFF files, one page each (a TIFF file: each of its pages). What needs no cleaning
  is taken over as it is. A PDF alone is copied as it is, byte for byte; its text goes to OUT.pdf.text.json. Among other
  files the pages of an unsigned PDF are drawn anew at 300 dpi and keep their words.
  --ocr ell+eng      recognise the text, in these languages, and lay it unseen over the pages
  --tessdata DIR     where LANGUAGE.traineddata lie
  --deskew           bring lines level
  --crop             leave out what is not the sheet
  --whiten           make the paper white
  --upright          turn pages so that their writing stands upright
  --line-art         black and white only
  --despeckle        take dust out of black-and-white pages
  --drop-blank       leave empty pages out
  --split blank|barcode   several documents: OUT-1.pdf, OUT-2.pdf ...
  --lossless         keep every pixel; else pages that are neither JPEG nor black and white become JPEG
  --pdfa             draw the pages of a PDF anew too when it does not claim to be PDF/A; a signed one is refused
  --title T
  --json             {"out":[...],"pages":[{"file","frame","document","blank","skew","turned",...}]}
example: diakinisictl scan assemble page1.jpg page2.jpg --out letter.pdf --ocr ell+eng --deskew)";

const char readUsage[] = R"(scan read FILE [options]
  What a letter (JPEG, PNG, TIFF, PDF) or an e-mail (.eml) says of itself, with places; from a PDF's own words, else from recognised ones.
  --ocr ell+eng    in these languages
  --tessdata DIR   where LANGUAGE.traineddata lie
  --json           {"subject":{"text","value","page","box":[x,y,w,h],"confidence"},"sender","sender_unit","sender_number",
                   "sender_date","place","signer","recipients":[...],"copies","related","kind","priority","classification","ada",
                   "attachment_count","sheet_count","attachments","applicant_name","applicant_tax_number", ...;
                   "file","pages":[{"page","width","height","text","words":[{"text","box","confidence"}]}]},
                   points from the page's upper left corner
example: diakinisictl scan read letter.jpg --json)";

} // namespace

CommandGroup scanCommands()
{
    return {QStringLiteral("scan"),
            QStringLiteral("scan, clean, recognise, and make PDF/A of pages"),
            {{QStringLiteral("list"), QString::fromUtf8(listUsage), scanList},
             {QStringLiteral("run"), QString::fromUtf8(runUsage), scanRun},
             {QStringLiteral("assemble"), QString::fromUtf8(assembleUsage), scanAssemble},
             {QStringLiteral("read"), QString::fromUtf8(readUsage), scanRead}}};
}

} // namespace diakinisi::ctl
