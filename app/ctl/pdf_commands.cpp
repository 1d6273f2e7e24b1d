#include "ctl/pdf_commands.h"

namespace diakinisi::ctl {

namespace {

const char signUsage[] = R"(pdf sign IN.pdf... --out OUT.pdf --key p12:FILE|pkcs11:URI [options]
  Signs (PAdES) as a new revision: what is in the file already, signatures too, stays as it is.
  --out FILE | --out-dir DIR     several IN files need --out-dir; the PIN is asked once for all
  --key p12:FILE                 a PKCS#12 file with key and certificate
  --key pkcs11:URI               a token (RFC 7512; "pdf tokens" names them): 'pkcs11:' alone takes the one certificate
                                 for signatures (nonRepudiation) that is valid now
  --module FILE                  a PKCS #11 module beside those that are known; may be given several times
  --pin-file FILE                the PIN is the file's first line; else it is asked for at the terminal, or typed at
                                 the token's own reader
  --signature-pin-file FILE      of a token that has, beside its PIN, another one for signatures
  --level B-B|B-T|B-LT|B-LTA     with a timestamp, with long-term data, with a document timestamp over it (B-B)
  --tsa URL...                   timestamp authorities, asked in this order; needed above B-B
  --tsa-policy OID               the timestamp must be given under this policy
  --if-away wait|sign-now        no authority answers: sign nothing (wait), or lower, saying what is owed
  --trust DIR                    anchors (PEM or DER), where chains may end; also trusted for https
  --cache DIR                    keeps revocation answers while they are fresh
  --digest SHA-256|SHA-384|SHA-512, --pss
  --reason T, --location T       go into the signature
  --field NAME                   an empty signature field, or the name of the new one
  --visible PAGE:X,Y,W,H | auto  a visible mark; points, origin bottom left of the page as shown. auto: in an empty
                                 signature field, else below the end of the last page's text, never over another mark
  --capacity T                   the signer's capacity in the mark, e.g. "Δήμαρχος"
  --image FILE, --qr TEXT        JPEG or PNG (emblem, written signature) and a QR code in the mark
  --certify none|no-changes|forms|annotations
  --rewrite-damaged              a file whose cross-reference is damaged is written anew first (not one that is signed)
  --font FILE                    TrueType font for the mark
  --json                         {"signed":[{"file","out","field","signer","level","owed","error"}]}
example: diakinisictl pdf sign letter.pdf --out signed.pdf --key p12:maria.p12 --pin-file pin.txt --visible 1:340,60,200,60)";

const char tokensUsage[] = R"(pdf tokens [--module FILE]... [--json]
  What is plugged in: PKCS #11 modules, tokens with the state of their PIN, and the certificates to sign with. No PIN is
  asked for. Exit status 0 when a certificate for signatures that is valid now is there, else 1.
  --module FILE    a module beside those that are known; may be given several times
  --json           {"modules":[{"path","name","error","tokens":[{"label","serial","manufacturer","model","slot",
                   "pin":"good|few-tries|last-try|locked|not-set","pin_pad","error","certificates":[{"key","signer",
                   "issuer","serial","algorithm","not_before","not_after","fingerprint",
                   "fit":"good|digital-signature-only|expired|not-yet-valid|not-for-signing"}]}]}]}
example: diakinisictl pdf tokens --json)";

const char raiseUsage[] = R"(pdf raise IN.pdf --out OUT.pdf --level B-T|B-LT|B-LTA --tsa URL... [options]
  Raises what is signed already by appending only: a document timestamp (B-T), long-term data (B-LT), a document
  timestamp over all (B-LTA). Asked for B-LTA again, it renews: data for the last timestamp, then the next one.
  --tsa URL..., --tsa-policy OID, --trust DIR, --cache DIR    as for 'pdf sign'
  --private-addresses    addresses out of certificates may lie in private networks and on this machine
  --json           {"file","out","level","timestamps","long_term_data"}
example: diakinisictl pdf raise signed.pdf --out archived.pdf --level B-LTA --tsa https://tsa.example.gr/)";

const char verifyUsage[] = R"(pdf verify FILE... [options]
  Judges every signature as ETSI EN 319 102-1 says. Exit status 0 only when there is one and all are TOTAL-PASSED.
  --trust DIR      the certificates (PEM or DER) in this folder are trust anchors, the CRLs in it are used too
  --trust system   the authorities that this machine's system trusts
  --trusted-list FILE|URL, --trusted-list-signers DIR
                   an EU trusted list (ETSI TS 119 612), or the list of lists, signed by a certificate in that folder:
                   its services are anchors, and tell whether a signature is a qualified one
  --at TIME        judge as of then: 2026-11-23T12:00:00Z
  --offline        no network: only what the file carries and --trust gives. Else OCSP, CRLs and missing issuers are
                   fetched from where the certificates say
  --private-addresses  missing issuers may be fetched from private networks and this machine too
  --intact-only    exit status 0 when all are intact and no change is there that is not allowed
  --json           {"file","signatures":[...]}; a list of these for several files
example: diakinisictl pdf verify signed.pdf --trust /etc/diakinisi/anchors --json)";

const char signedVersionUsage[] = R"(pdf signed-version FILE --field NAME --out OUT.pdf [--json]
  Writes the file as it was when this field was signed: exactly the bytes that the signature covers. 'pdf verify' tells
  the fields' names.
example: diakinisictl pdf signed-version letter.pdf --field Signature1 --out as-signed.pdf)";

const char stampUsage[] = R"(pdf stamp IN.pdf --out OUT.pdf --number 123/2026 --date 2026-11-23 [options]
  Writes a print copy with number and date drawn on the page. The copy is for paper: it carries no valid signature.
  --place top-right|top-left|bottom-right|bottom-left
  --all-pages      else the first page only
  --font FILE      TrueType font
example: diakinisictl pdf stamp letter.pdf --out print.pdf --number 123/2026 --date 2026-11-23)";

const char infoUsage[] = R"(pdf info FILE [--json]
  Pages, version, PDF/A claim, encryption, revisions, signatures, attachments, active content found.
example: diakinisictl pdf info letter.pdf --json)";

} // namespace

CommandGroup pdfCommands()
{
    return {QStringLiteral("pdf"),
            QStringLiteral("sign, raise, judge, stamp and describe PDF files; list tokens"),
            {{QStringLiteral("sign"), QString::fromUtf8(signUsage), pdfSign},
             {QStringLiteral("raise"), QString::fromUtf8(raiseUsage), pdfRaise},
             {QStringLiteral("tokens"), QString::fromUtf8(tokensUsage), pdfTokens},
             {QStringLiteral("verify"), QString::fromUtf8(verifyUsage), pdfVerify},
             {QStringLiteral("signed-version"), QString::fromUtf8(signedVersionUsage), pdfSignedVersion},
             {QStringLiteral("stamp"), QString::fromUtf8(stampUsage), pdfStamp},
             {QStringLiteral("info"), QString::fromUtf8(infoUsage), pdfInfo}}};
}

} // namespace diakinisi::ctl
