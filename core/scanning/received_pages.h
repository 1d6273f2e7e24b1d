#pragma once
#include "scanning/scanner.h"

#include <QStringList>

/// Pages as a device has sent them, on disk before anything is done with them: a process that is killed while it makes
/// the page's file of them loses nothing. ".<name>-007.300.gray.received" lies beside "<name>-007.png" to be.
namespace diakinisi::scanning::received {

/// Keeps the bytes of the page that will be `page`; the path, or empty where the disk takes no more.
QString keep(const QString& page, int dpi, ScanColour colour, const QByteArray& bytes);

/// Those in a folder that nobody has finished, in the order of their names; of one scan's name, or of all.
QStringList left(const QString& folder, const QString& name = {});

/// The picture in a device's bytes, as `colour` wants it. ScannerFailed, LimitExceeded.
Result<QImage> pictureOf(const QByteArray& bytes, int dpi, ScanColour colour);

/// Makes the page's file of what was kept, which goes then. For the worker: the bytes come from outside. FieldInvalid
/// for a file of another name, and those of pictureOf and PageFiles.
Result<ScannedPage> finish(const QString& file);

} // namespace diakinisi::scanning::received
