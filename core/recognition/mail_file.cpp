#include "recognition/mail_file.h"

namespace diakinisi::recognition {

bool isMailFile(const QString& path)
{
    return path.endsWith(u".eml", Qt::CaseInsensitive);
}

} // namespace diakinisi::recognition
