#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QList>

struct _xmlDoc;

namespace diakinisi::signing {

/// Checks the one enveloped signature that is a child of the document's root (W3C XML Signature 1.1): it covers the
/// whole document, and the key of one of `signers` (DER certificates) made it. Only the transforms of enveloped
/// signatures and canonical XML are taken, RSA and ECDSA with SHA-2. Takes the signature out of the document, so that
/// what is read afterwards is exactly what was signed. SignatureBroken with the reason as cause.
Done checkXmlSignature(_xmlDoc* document, const QList<QByteArray>& signers);

} // namespace diakinisi::signing
