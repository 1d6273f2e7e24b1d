#include "tests/shots/scan_screens.h"

#include "tests/fakes/fake_pages.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/scan/page_strip.h"

#include <QComboBox>

namespace diakinisi::shots {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands on the page in these words, as reading would tell it.
recognition::ReadField readAt(const QString& html, const QString& text, double confidence, const QString& value = {})
{
    const QStringList wanted = text.split(u' ');
    const auto words = fakes::wordsOf(html);
    for (std::size_t i = 0; i + static_cast<std::size_t>(wanted.size()) <= words.size(); ++i) {
        QRectF box;
        bool all = true;
        for (qsizetype j = 0; j < wanted.size(); ++j) {
            const auto& word = words[i + static_cast<std::size_t>(j)];
            all = all && word.text.contains(wanted[j]);
            box |= word.box;
        }
        if (all)
            return {text, value, 0, box, confidence};
    }
    return {text, value, 0, {}, confidence};
}

} // namespace

void takeScanning(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    const QString letter = fakes::letter(
        u"Εξωραϊστικός Σύλλογος Κοντοπεύκου"_s, u"214"_s, u"20/11/2026"_s, u"Αγία Παρασκευή"_s,
        u"Αίτημα για την αποκατάσταση του δημοτικού φωτισμού"_s,
        {u"Σας γνωρίζουμε ότι από τις 3 Νοεμβρίου παραμένουν σβηστοί εννέα (9) στύλοι του δημοτικού φωτισμού στην οδό "
         u"Πελοποννήσου, με αποτέλεσμα να τίθεται σε κίνδυνο η ασφάλεια των πεζών."_s},
        u"Ο Πρόεδρος"_s);
    auto& scanning = stage.desk.scanning();
    scanning.load({letter, u"<p>Πίνακας των στύλων</p>"_s, u"<p></p>"_s, u"<p>Δεύτερο έγγραφο</p>"_s});
    scanning.looks[u"<p></p>"_s].blank = true;
    auto& reading = scanning.reading;
    reading.subject = readAt(letter, u"Αίτημα για την αποκατάσταση του δημοτικού φωτισμού"_s, 0.97);
    reading.sender = readAt(letter, u"Εξωραϊστικός Σύλλογος Κοντοπεύκου"_s, 0.92);
    reading.senderNumber = readAt(letter, u"214"_s, 0.7);
    reading.senderDate = readAt(letter, u"20/11/2026"_s, 0.95, u"2026-11-20"_s);
    window.openRegister(ui::RegisterMode::Incoming);
    ui::FilesPanel& files = window.registerPage().files();
    files.showScanOptions(true);
    settle();
    camera.take(window, u"27-scan-options"_s);
    files.showScanOptions(false);
    QComboBox* profile = nullptr;
    for (QComboBox* combo : files.findChildren<QComboBox*>())
        if (combo->count() == 4 && combo->isVisible())
            profile = combo;
    if (profile) {
        profile->setCurrentIndex(1);
        Q_EMIT profile->activated(1);
    }
    files.scan();
    settle(1500);
    files.strip().choose(3);
    files.strip().splitHere();
    files.strip().choose(0);
    settle();
    window.registerPage().form().focusOn(u"their-number");
    camera.take(window, u"28-scan-read"_s);
    reading = {};
    window.openRegister(ui::RegisterMode::Incoming);
}

} // namespace diakinisi::shots
