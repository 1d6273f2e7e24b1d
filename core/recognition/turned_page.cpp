#include "recognition/turned_page.h"

namespace diakinisi::recognition {

bool looksTurned(const TextPage& page)
{
    constexpr double hardly = 0.5;
    constexpr qsizetype longWord = 4;
    double sure = 0;
    double letters = 0;
    int onEnd = 0;
    int lying = 0;
    for (const TextWord& word : page.words) {
        sure += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
        if (word.text.size() >= longWord)
            ++(word.box.height() > word.box.width() ? onEnd : lying);
    }
    return letters > 0 && (sure < hardly * letters || onEnd > lying);
}

} // namespace diakinisi::recognition
