#pragma once
#include <QByteArray>

namespace diakinisi::server {

/// The bytes in gzip form (RFC 1952), quickly rather than tightly; empty when zlib will not.
QByteArray gzipped(const QByteArray& bytes);

} // namespace diakinisi::server
