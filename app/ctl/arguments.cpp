#include "ctl/arguments.h"

namespace diakinisi::ctl {

Result<Arguments> Arguments::parse(const QStringList& words, const QStringList& withValue, const QStringList& flags)
{
    Arguments result;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == u"--") {
            result.m_rest += words.sliced(i + 1);
            break;
        }
        if (!word.startsWith(u"--")) {
            result.m_rest += word;
            continue;
        }
        const QString name = word.section(u'=', 0, 0).sliced(2);
        if (flags.contains(name) && !word.contains(u'=')) {
            result.m_values[name];
        } else if (withValue.contains(name) && word.contains(u'=')) {
            result.m_values[name] += word.section(u'=', 1);
        } else if (withValue.contains(name) && i + 1 < words.size()) {
            result.m_values[name] += words[++i];
        } else {
            return fail(ErrorCode::FieldInvalid, word);
        }
    }
    return result;
}

} // namespace diakinisi::ctl
