#pragma once
#include <QStringList>

namespace diakinisi::signing {

/// The PKCS #11 modules of the tokens in use (SafeNet/Gemalto/Thales IDPrime, IDEMIA/Oberthur, Bit4id), OpenSC and
/// p11-kit's proxy, where their makers' installers put them; each maker's own before those that serve many. Named by
/// the platform (module_paths_linux.cpp, module_paths_windows.cpp).
QStringList knownModulePaths();

/// Those of `configured` and of knownModulePaths() that are installed here, each file once; the configured ones first,
/// also where they are not there: somebody expects them.
QStringList modulePaths(const QStringList& configured);

} // namespace diakinisi::signing
