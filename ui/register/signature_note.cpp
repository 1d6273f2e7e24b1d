#include "ui/register/signature_note.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/verdict_texts.h"

#include <QHBoxLayout>

namespace diakinisi::ui {

SignatureNote::SignatureNote(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_picture(new QLabel(this)),
      m_heading(textLabel(this)),
      m_text(textLabel(this)),
      m_remark(textLabel(this))
{
    scaleFont(m_heading, 1.0, true);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    for (QLabel* label : {m_heading, m_text, m_remark})
        words->addWidget(label);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gap(this) * 2, 0, gap(this) * 2, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    hide();
    translated(this, [this] { retranslate(); });
}

void SignatureNote::show(const std::optional<domain::FileRef>& file)
{
    const auto digest = file && file->mediaType == u"application/pdf" ? std::optional(file->digest) : std::nullopt;
    if (digest == m_file)
        return;
    m_file = digest;
    m_verdict.reset();
    m_task.cancel();
    retranslate();
    if (!m_file)
        return;
    m_task.start(
        m_context.desk.lanes().network,
        [&files = m_context.desk.files(), file = *m_file](std::stop_token stop) {
            return files.signatures(file, stop);
        },
        [this](Result<signing::PdfVerdict> verdict) {
            if (verdict && !verdict->signatures.empty())
                m_verdict = std::move(*verdict);
            retranslate();
        });
}

void SignatureNote::retranslate()
{
    setVisible(m_verdict.has_value());
    if (!m_verdict)
        return;
    QStringList words;
    for (const signing::SignatureVerdict& verdict : m_verdict->signatures) {
        const QString who = verdict.signer ? verdict.signer->commonName : tr("Unknown signer");
        words << QStringLiteral("%1, %2. %3").arg(who, signatureTime(verdict), verdictText(verdict).sentence);
    }
    m_heading->setText(fileVerdict(*m_verdict));
    m_text->setText(words.join(u'\n'));
    m_remark->setText(tr("The document can be registered as it is; the finding is kept with it."));
    setAccessibleName(QStringList{m_heading->text(), m_text->text(), m_remark->text()}.join(u' '));
    m_picture->setPixmap(icon(gradeIcon(gradeOf(*m_verdict)))
                             .pixmap(QSize(1, 1) * lines(this, 1.2), devicePixelRatioF(), QIcon::Normal));
}

} // namespace diakinisi::ui
