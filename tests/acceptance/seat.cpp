#include "tests/acceptance/seat.h"

#include "desk/open_desk.h"
#include "ui/inbox/list_page.h"
#include "ui/register/files_panel.h"
#include "ui/register/register_page.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_strip.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSslCertificate>

namespace diakinisi::test {

using namespace Qt::Literals::StringLiterals;

Seat::Seat(const TestServer& server, QString login, ui::Language& language, ui::Theme& theme)
    : m_server(server),
      m_login(std::move(login)),
      m_preferences(m_folder.filePath(u"preferences.ini"_s)),
      m_language(language),
      m_theme(theme)
{
}

void Seat::start()
{
    leave();
    const auto opener = [this](const QUrl& address, const QString& login) {
        desk::DeskSettings settings;
        settings.folder = m_folder.filePath(u"desks/"_s + login);
        settings.server = address;
        settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.fontFolder = u"/usr/share/fonts/truetype/dejavu"_s;
        return desk::openDesk(settings);
    };
    m_shell = std::make_unique<ui::Shell>(opener, m_clock, m_preferences, m_language, m_theme);
    m_shell->start();
}

bool Seat::signIn()
{
    start();
    QWidget* window = m_shell->signInWindow();
    if (!window || !front(*window))
        return false;
    const auto fill = [&](const QString& field, const QString& text) {
        click(tests::named<QLineEdit>(*window, field));
        type(text);
    };
    fill(u"Διεύθυνση του διακομιστή"_s, m_server.url());
    fill(u"Όνομα χρήστη"_s, m_login);
    fill(u"Συνθηματικό"_s, TestServer::passwordOf(m_login));
    press(Qt::Key_Return);
    const auto confirm = [&] { return tests::named<QPushButton>(*window, u"Είναι το ίδιο: συνέχεια"_s); };
    if (!QTest::qWaitFor([&] { return confirm() != nullptr; }, patience))
        return false;
    const auto* shown = tests::named<QLabel>(*window, u"Αποτύπωμα του πιστοποιητικού του διακομιστή"_s);
    QString digits = shown->text();
    digits.remove(u' ').remove(u'\n');
    picture(*window, u"fingerprint-"_s + m_login);
    const QByteArray known = QSslCertificate(m_server.ca()).digest(QCryptographicHash::Sha256).toHex();
    if (digits.compare(QString::fromLatin1(known), Qt::CaseInsensitive) != 0)
        return false;
    click(confirm());
    return QTest::qWaitFor([&] { return isIn(); }, patience) && sit();
}

bool Seat::front(QWidget& window)
{
    window.raise();
    window.activateWindow(); // no window manager does it here
    return QTest::qWaitForWindowActive(&window, patience);
}

void Seat::press(QWidget* at, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_acts;
    QTest::keyClick(at, key, modifiers);
}

void Seat::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* at = QApplication::focusWidget();
    press(at ? at : &window(), key, modifiers);
}

void Seat::type(const QString& text)
{
    ++m_acts;
    tests::type(QApplication::focusWidget(), text);
}

void Seat::click(QWidget* at, QPoint point)
{
    ++m_acts;
    QTest::mouseClick(at, Qt::LeftButton, Qt::NoModifier, point);
}

bool Seat::openList(desk::ListKind kind)
{
    auto& lists = window().navigation();
    const auto found = lists.findItems(ui::listTitle(kind), Qt::MatchExactly | Qt::MatchRecursive);
    if (found.size() != 1)
        return false;
    click(lists.viewport(), lists.visualItemRect(found.front()).center());
    return QTest::qWaitFor(
        [&] { return window().listPage().kind() == kind && !window().listPage().model().isLoading(); }, patience);
}

QStringList Seat::rows()
{
    QStringList rows;
    const ui::ListModel& model = window().listPage().model();
    for (int i = 0; i < model.rowCount(); ++i)
        rows << ui::numberText(model.row(i)) + u' ' + model.row(i).subject;
    return rows;
}

QString Seat::status()
{
    QStringList texts;
    for (const QLabel* label : window().findChild<ui::StatusStrip*>()->findChildren<QLabel*>())
        texts << label->text();
    return texts.join(u' ');
}

bool Seat::chooseFile(const QString& path)
{
    const auto dialog = [] { return qobject_cast<QFileDialog*>(QApplication::activeModalWidget()); };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, patience) || !front(*dialog()))
        return false;
    auto* name = dialog()->findChild<QLineEdit*>(u"fileNameEdit"_s);
    if (!name)
        return false;
    click(name);
    name->selectAll();
    QGuiApplication::clipboard()->setText(path);
    press(name, Qt::Key_V, Qt::ControlModifier);
    QPointer window = dialog();
    const auto* buttons = window->findChild<QDialogButtonBox*>();
    QAbstractButton* go = buttons->button(window->acceptMode() == QFileDialog::AcceptSave ? QDialogButtonBox::Save
                                                                                          : QDialogButtonBox::Open);
    for (int turn = 0; turn < 3 && window; ++turn) { // the first click may only close the list of offers
        click(go);
        if (QTest::qWaitFor([&] { return !window; }, patience / 10))
            return true;
    }
    return false;
}

bool Seat::drop(const QStringList& paths)
{
    ui::FilesPanel& files = window().registerPage().files();
    const std::size_t before = files.files().size();
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    mime.setUrls(urls);
    const QPoint middle = files.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QDropEvent drop(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    ++m_acts;
    QApplication::sendEvent(&files, &enter);
    QApplication::sendEvent(&files, &drop);
    return enter.isAccepted() &&
           QTest::qWaitFor([&] { return files.files().size() == before + 1 && files.pageCount() > 0 && !files.busy(); },
                           patience);
}

void Seat::picture(QWidget& window, const QString& name)
{
    const QDir folder(QStringLiteral(DIAKINISI_BIN "/../shots"));
    folder.mkpath(u"."_s);
    window.grab().save(folder.filePath(u"two-windows-"_s + name + u".png"_s));
}

} // namespace diakinisi::test
