#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QUrl>

namespace diakinisi::signing {

/// A network address that anybody on the internet means the same by: not loopback, private, link-local, shared,
/// multicast, reserved or unspecified, also when written inside an IPv6 address (RFC 6890, RFC 4291, RFC 6052). `raw`
/// has 4 or 16 bytes; anything else is not public.
bool isPublicAddress(const QByteArray& raw);

/// http or https, with a host, without user or password; else NotPermitted.
Done checkAuthorityUrl(const QUrl& url);

} // namespace diakinisi::signing
