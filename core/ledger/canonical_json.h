#pragma once
#include "base/result.h"
#include "ledger/text_form.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace diakinisi::ledger {

/// The largest integer, either way, that JSON readers everywhere take without loss.
inline constexpr qint64 largestInteger = qint64{1} << 53;
/// How deep objects and arrays may stand in each other.
inline constexpr int deepest = 96;

/// The one spelling of a JSON value (RFC 8785): what is digested, stored and forwarded. Narrower than the RFC: integers
/// within ±2^53 only, texts and names in NFC (text_form.h), no U+0000, no lone surrogate, at most `deepest` levels.
/// MalformedInput, with what is wrong as cause, for anything else.
Result<QByteArray> canonicalBytes(const QJsonObject& object);

/// Reads exactly what canonicalBytes writes; MalformedInput for any other byte sequence, however alike it means.
Result<QJsonObject> canonicalObject(QByteArrayView bytes);

/// Appends `text` as a JSON string in its canonical spelling. False, with nothing promised about `to`, when it holds a
/// lone surrogate or U+0000. NFC is not looked at.
bool appendCanonicalString(QByteArray& to, QStringView text);

} // namespace diakinisi::ledger
