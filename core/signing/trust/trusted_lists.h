#pragma once
#include "signing/trust/trusted_list.h"

#include <QStringList>

#include <stop_token>

namespace diakinisi::signing {

class Fetcher;

/// The trust services of several lists, and what was seen on the way.
struct GatheredLists {
    std::vector<TrustService> services;
    QStringList remarks; ///< in English: a list that could not be had, or is older than it said it would become
};

/// Reads trusted lists from `places` (http and https addresses, or files), each signed by one of `signers` (DER), and
/// from a list of lists (ETSI TS 119 612, 5.3.13) those that it points to, each signed by a certificate that the
/// pointer names; pointers of those are not followed. What a pointer names and cannot be had or believed is a remark; a
/// place of the caller's own is an error: FileUnreadable, SignatureBroken, MalformedInput, LimitExceeded, and those of
/// the fetcher. Without a fetcher only files are read, and no pointer is followed.
Result<GatheredLists> gatherTrustedLists(const QStringList& places, const QList<QByteArray>& signers, Fetcher* fetcher,
                                         Instant now, std::stop_token stop = {});

} // namespace diakinisi::signing
