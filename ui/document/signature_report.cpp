#include "ui/document/signature_report.h"

#include "ui/texts/format.h"
#include "ui/texts/verdict_texts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace diakinisi::ui {

namespace {

class Report
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString paragraph(const QString& text, const char* tag = "p")
{
    const QString name = QString::fromLatin1(tag);
    return QStringLiteral("<%1>%2</%1>").arg(name, text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
}

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td width=\"28%\">%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
}

QString section(const signing::SignatureVerdict& verdict, const QString& capacity)
{
    const VerdictText text = verdictText(verdict);
    QString html = paragraph(verdict.signer ? verdict.signer->commonName : Report::tr("Unknown signer"), "h3");
    if (!capacity.isEmpty())
        html += paragraph(capacity);
    html += paragraph(QStringLiteral("%1 · %2").arg(signatureKindWords(verdict), signatureTime(verdict)));
    html += QStringLiteral("<p><b>%1</b> %2</p>").arg(text.sentence.toHtmlEscaped(), text.advice.toHtmlEscaped());
    html += QStringLiteral("<table cellpadding=\"2\" width=\"100%\">");
    for (const EvidenceLine& line : evidenceOf(verdict))
        html += row(line.name, line.value);
    return html + QStringLiteral("</table>");
}

QString htmlOf(const ReportFacts& facts)
{
    QString html = paragraph(Report::tr("Check of the signatures"), "h2");
    html += QStringLiteral("<table cellpadding=\"2\" width=\"100%\">");
    html += row(Report::tr("File"), facts.fileName);
    html += row(QStringLiteral("SHA-256"), facts.digest.hex());
    html += row(Report::tr("Checked"), dateAndTime(facts.at));
    html += row(Report::tr("Result"), fileVerdict(facts.verdict));
    html += QStringLiteral("</table>");
    for (std::size_t i = 0; i < facts.verdict.signatures.size(); ++i)
        html += section(facts.verdict.signatures[i], facts.capacities.value(static_cast<qsizetype>(i)));
    return html;
}

} // namespace

Done writeSignatureReport(const ReportFacts& facts, const QString& path)
{
    constexpr int dotsPerInch = 300;
    constexpr double marginMm = 20;
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
        writer.setTitle(Report::tr("Check of the signatures"));
        QTextDocument document;
        document.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 9));
        document.setHtml(htmlOf(facts));
        document.print(&writer);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data()) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

} // namespace diakinisi::ui
