#include "ui/parts/page_text.h"

namespace diakinisi::ui {

namespace {

/// Words of one line overlap each other's middle.
bool sameLine(const QRectF& a, const QRectF& b)
{
    return a.center().y() > b.top() && a.center().y() < b.bottom();
}

} // namespace

QString folded(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.isMark())
            continue;
        const QChar lower = c.toLower();
        out.append(lower == QChar(0x03C2) ? QChar(0x03C3) : lower);
    }
    return out;
}

PageText::PageText(desk::DeskFiles& files, Lane& lane, QObject* parent) : QObject(parent), m_files(files), m_lane(lane)
{
}

void PageText::open(const Sha256& file, int pages)
{
    close();
    m_file = file;
    m_count = pages;
}

void PageText::close()
{
    m_reading.cancel();
    m_readingPage = -1;
    m_words.clear();
    m_wanted.clear();
    m_letters.clear();
    m_finds.clear();
    m_count = 0;
}

void PageText::want(int page)
{
    if (page < 0 || page >= m_count || m_words.contains(page) || page == m_readingPage ||
        std::find(m_wanted.begin(), m_wanted.end(), page) != m_wanted.end())
        return;
    m_wanted.push_back(page);
    readNext();
}

void PageText::readNext()
{
    if (m_readingPage >= 0 || m_wanted.empty())
        return;
    m_readingPage = m_wanted.front();
    m_wanted.erase(m_wanted.begin());
    m_reading.start(
        m_lane,
        [&files = m_files, file = m_file, page = m_readingPage](std::stop_token stop) {
            return files.words(file, page, stop);
        },
        [this](Result<Words> words) {
            m_words[m_readingPage] = words ? std::move(*words) : Words(); // a page without text can still be read
            m_readingPage = -1;
            Q_EMIT changed();
            if (!m_letters.isEmpty())
                search();
            readNext();
        });
}

const std::vector<desk::DeskFiles::Word>* PageText::words(int page) const
{
    const auto known = m_words.find(page);
    return known == m_words.end() ? nullptr : &known->second;
}

std::optional<PageText::Place> PageText::at(int page, QPointF point) const
{
    const Words* all = words(page);
    if (!all || all->empty())
        return std::nullopt;
    int best = 0;
    double nearest = 1e12;
    for (int i = 0; i < static_cast<int>(all->size()); ++i) {
        const QRectF& box = (*all)[static_cast<std::size_t>(i)].box;
        const double dx = qMax(0.0, qMax(box.left() - point.x(), point.x() - box.right()));
        const double dy = qMax(0.0, qMax(box.top() - point.y(), point.y() - box.bottom()));
        const double far = dx * dx + dy * dy * 16; // the right line matters more than the right word
        if (far < nearest) {
            nearest = far;
            best = i;
        }
    }
    return Place{page, best};
}

QString PageText::text(const Range& range) const
{
    QString out;
    const desk::DeskFiles::Word* before = nullptr;
    for (int page = range.first.page; page <= range.last.page; ++page) {
        const Words* all = words(page);
        if (!all)
            continue;
        const int from = page == range.first.page ? range.first.word : 0;
        const int to = page == range.last.page ? range.last.word : static_cast<int>(all->size()) - 1;
        for (int i = from; i <= to && i < static_cast<int>(all->size()); ++i) {
            const auto& word = (*all)[static_cast<std::size_t>(i)];
            if (before)
                out += i == from || !sameLine(before->box, word.box) ? u'\n' : u' ';
            out += word.text;
            before = &word;
        }
    }
    return out;
}

std::vector<QRectF> PageText::boxes(const Range& range, int page) const
{
    const Words* all = words(page);
    if (!all || page < range.first.page || page > range.last.page)
        return {};
    const int from = page == range.first.page ? range.first.word : 0;
    const int to = page == range.last.page ? range.last.word : static_cast<int>(all->size()) - 1;
    std::vector<QRectF> out;
    for (int i = from; i <= to && i < static_cast<int>(all->size()); ++i) {
        const QRectF& box = (*all)[static_cast<std::size_t>(i)].box;
        if (!out.empty() && sameLine(out.back(), box) && box.left() >= out.back().left())
            out.back() |= box; // no gaps between the words of a line
        else
            out.push_back(box);
    }
    return out;
}

void PageText::find(const QString& letters)
{
    m_letters = folded(letters.simplified());
    for (int page = 0; page < m_count; ++page)
        want(page);
    search();
}

void PageText::search()
{
    m_finds.clear();
    const QStringList parts = m_letters.split(u' ', Qt::SkipEmptyParts);
    for (const auto& [page, all] : m_words) {
        for (std::size_t i = 0; !parts.isEmpty() && i + static_cast<std::size_t>(parts.size()) <= all.size(); ++i) {
            bool same = true;
            for (qsizetype k = 0; k < parts.size() && same; ++k)
                same = folded(all[i + static_cast<std::size_t>(k)].text).contains(parts[k]);
            if (same)
                m_finds.push_back(
                    {{page, static_cast<int>(i)}, {page, static_cast<int>(i) + static_cast<int>(parts.size()) - 1}});
        }
    }
    Q_EMIT found();
}

} // namespace diakinisi::ui
