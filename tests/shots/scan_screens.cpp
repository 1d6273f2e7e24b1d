#include "tests/shots/scan_screens.h"

#include "tests/fakes/fake_pages.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_model.h"
#include "ui/register/batch_page.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/scan/page_strip.h"

#include <QComboBox>
#include <QDir>
#include <QFile>

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

/// The documents of the pile as a grid, before the act and after it; a further letter came as a file.
void takeTogether(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    const QString file = QDir::temp().filePath(u"prosklisi.pdf"_s);
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write("<p>Πρόσκληση</p>");
    out.close();
    recognition::LetterReading letter;
    letter.subject = recognition::ReadField{u"Πρόσκληση σε σύσκεψη για την πολιτική προστασία"_s, {}, 0, {}, 0.95};
    letter.sender = recognition::ReadField{u"Περιφέρεια Κεντρικής Μακεδονίας"_s, {}, 0, {}, 0.9};
    letter.kind = recognition::ReadField{u"πρόσκληση"_s, {}, 0, {}, 0.9};
    stage.desk.files().readings[u"prosklisi.pdf"_s] = letter;
    stage.desk.scanning().readings[u"<p>Δεύτερο έγγραφο</p>"_s] = {};
    ui::RegisterPage& page = window.registerPage();
    page.files().add({file});
    settle(1000);
    page.openBatch();
    settle();
    ui::BatchGrid& grid = page.batch().grid();
    const domain::UnitId unit = stage.sample.technical;
    for (int row = 0; row < 3; ++row)
        page.batch().model().type(grid.model()->index(row, ui::BatchModel::Charge),
                                  {{}, desk::SuggestedCharge{unit, std::nullopt, domain::Purpose::Action}});
    grid.setFocus();
    grid.setCurrentIndex(grid.model()->index(0, ui::BatchModel::TheirNumber));
    camera.take(window, u"29-together"_s);
    page.batch().model().type(grid.currentIndex(), {u"215"_s}); // another letter than the one registered before
    page.act();
    settle(1500);
    camera.take(window, u"29-together-done"_s);
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
    takeTogether(stage, camera, window);
    reading = {};
    window.openRegister(ui::RegisterMode::Incoming);
}

} // namespace diakinisi::shots
