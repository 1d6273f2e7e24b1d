#include "rendering/text_page.h"

namespace diakinisi::rendering {

QString TextPage::plainText() const
{
    QString text;
    for (const TextWord& word : words) {
        text += word.text;
        if (word.endsLine)
            text += u'\n';
        else if (word.spaceAfter)
            text += u' ';
    }
    return text;
}

} // namespace diakinisi::rendering
