#include "tests/shots/signing_screens.h"

#include "ui/document/document_panel.h"
#include "ui/document/document_window.h"
#include "ui/document/signature_card.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/expiry_watch.h"
#include "ui/signing/key_row.h"
#include "ui/signing/signing_dialog.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QSplitter>
#include <QTabWidget>

namespace diakinisi::shots {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

desk::KeyChoice keyOf(Stage& stage, const domain::PersonId& person, qint64 days)
{
    desk::KeyChoice key;
    key.uri = u"pkcs11:token=TokenME"_s;
    key.name = stage.sample.office->organisation.person(person)->name;
    key.issuer = u"ΑΠΕΔ Qualified e-Signatures Issuing CA"_s;
    key.notBefore = stage.clock.now() + -day;
    key.notAfter = stage.clock.now() + day * days;
    key.certificate = Sha256::of("key");
    key.registered = true;
    key.place = desk::KeyPlace::Token;
    key.token = u"TokenME EVO2"_s;
    return key;
}

desk::DocumentRow rowOf(const Stage& stage, const domain::DocumentId& document)
{
    return stage.sample.office->rowOf(*stage.sample.office->document(document));
}

signing::SignatureVerdict doubtful(Instant at)
{
    signing::SignatureVerdict verdict = fakes::fakeVerdict(u"Ελένη Καραγιάννη"_s, at + -day * 400);
    verdict.indication = signing::Indication::Indeterminate;
    verdict.subIndication = signing::SubIndication::OutOfBoundsNoPoe;
    verdict.coversWholeFile = false;
    verdict.signedLength = 90'000;
    verdict.changesAfter = {{2, pdf::ChangeKind::Signing, true, {}}, {3, pdf::ChangeKind::PageContent, false, {}}};
    return verdict;
}

signing::SignatureVerdict broken(Instant at)
{
    signing::SignatureVerdict verdict = doubtful(at);
    verdict.field = u"Signature2"_s;
    verdict.signer->commonName = u"Αναστάσιος Βλαχογιάννης"_s;
    verdict.indication = signing::Indication::TotalFailed;
    verdict.subIndication = signing::SubIndication::FormatFailure;
    verdict.explanation = u"object 12 0: /Contents was replaced"_s;
    return verdict;
}

signing::SignatureVerdict proved(Instant at)
{
    signing::SignatureVerdict verdict = fakes::fakeVerdict(u"Γεώργιος Παπαδόπουλος"_s, at);
    verdict.level = u"B-LT"_s;
    verdict.algorithm = u"RSA PKCS#1 v1.5"_s;
    verdict.bestTime = at + 4000;
    verdict.bestTimeFrom = signing::TimeSource::SignatureTimestamp;
    verdict.qualification.qualified = signing::Qualified::Yes;
    verdict.qualification.service = u"ΑΠΕΔ"_s;
    verdict.revocation.status = signing::RevocationFinding::Status::Good;
    verdict.revocation.source = signing::RevocationFinding::Source::Ocsp;
    verdict.revocation.thisUpdate = at + 2000;
    signing::TimestampVerdict timestamp;
    timestamp.time = verdict.bestTime;
    timestamp.authority.emplace();
    timestamp.authority->commonName = u"ΑΠΕΔ Time Stamping Unit 3"_s;
    timestamp.indication = signing::Indication::TotalPassed;
    verdict.timestamps = {timestamp};
    for (const QString& name : {verdict.signer->commonName, u"ΑΠΕΔ Issuing CA"_s, u"Hellenic PA Root CA"_s}) {
        signing::PathMember member;
        member.facts.commonName = name;
        member.facts.notAfter = at + day * 900;
        verdict.path.push_back(std::move(member));
    }
    return verdict;
}

/// The file of a document gets these signatures.
void signedWith(Stage& stage, const domain::DocumentId& document, std::vector<signing::SignatureVerdict> verdicts)
{
    const Sha256 file = stage.sample.office->document(document)->mainItem()->newest().newest().file.digest;
    const std::lock_guard lock(stage.sample.office->mutex());
    stage.sample.office->files.at(file).signatures = std::move(verdicts);
}

} // namespace

void takeSignedLetter(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    fakes::FakeFile letter;
    letter.name = u"αίτηση-υπογεγραμμένη.pdf"_s;
    letter.pages = {fakes::letter(u"Δικηγορικό γραφείο"_s, u"33"_s, u"22/11/2026"_s, u"Αθήνα"_s,
                                  u"Χορήγηση αντιγράφων"_s, {u"Παρακαλώ για τα αντίγραφα."_s}, u"Ο αιτών"_s)};
    letter.signatures = {proved(stage.clock.now()), doubtful(stage.clock.now())};
    domain::FileRef file;
    {
        const std::lock_guard lock(stage.sample.office->mutex());
        file = stage.sample.office->addFile(std::move(letter));
    }
    window.openRegister(ui::RegisterMode::Incoming);
    settle();
    desk::FormFile form;
    form.file = file;
    window.registerPage().files().setFiles({form});
    camera.take(window, u"27-register-signed"_s);
}

void takeSigning(Stage& stage, Camera& camera, ui::MainWindow& window, QSize size)
{
    beSomebody(stage, stage.sample.head);
    window.openList(desk::ListKind::ForApproval);
    settle();
    stage.sample.office->signingProblems[stage.sample.toSign.last()] = {ErrorCode::PdfForbids, {}, {}};
    stage.sample.office->keys = {keyOf(stage, stage.sample.head, 500)};
    ui::SigningDialog dialog(stage.context(), stage.sample.toSign, &window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    settle();
    auto* keys = dialog.findChild<ui::KeyRow*>();
    auto* pin = keys->findChild<QLineEdit*>();
    pin->setText(u"1234"_s);
    camera.take(dialog, u"30-signing-plan"_s);
    stage.sample.office->keys.front().pinTries = desk::PinTries::Last;
    pin->setText(u"0000"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    for (QRadioButton* choice : dialog.findChildren<QRadioButton*>())
        if (choice == dialog.findChildren<QRadioButton*>().last())
            choice->click();
    camera.take(dialog, u"31-signing-wrong-pin"_s);
    stage.sample.office->keys.front().pinTries = desk::PinTries::Enough;
    stage.desk.signer().failing[stage.sample.toSign.front()] = {ErrorCode::TimestampUnavailable, {}, {}};
    keys->read({});
    settle();
    pin->setText(u"1234"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    camera.take(dialog, u"32-signing-result"_s);
    stage.desk.signer().failing.clear();
    dialog.accept();
    signedWith(stage, stage.sample.toSign[1],
               {broken(stage.clock.now()), doubtful(stage.clock.now()), proved(stage.clock.now())});
    ui::DocumentWindow document(stage.context(), stage.sample.toSign[1], &window);
    document.setAttribute(Qt::WA_DeleteOnClose, false);
    document.resize(size.width() * 3 / 5, size.height());
    document.show();
    settle();
    document.panel().findChild<QTabWidget*>()->setCurrentIndex(2);
    document.panel().splitter()->setSizes({size.height() / 4, size.height()});
    camera.take(document, u"33-signatures"_s);
    document.findChildren<ui::SignatureCard*>().last()->setUnfolded(true);
    document.findChildren<ui::SignatureCard*>().last()->setFocus();
    settle();
    camera.take(document, u"34-signature-evidence"_s);
}

void takeDevices(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    using desk::Condition;
    using desk::Examined;
    using desk::FindingCause;
    beSomebody(stage, stage.sample.head);
    stage.sample.office->keys = {keyOf(stage, stage.sample.head, 6)};
    window.openList(desk::ListKind::NeedsYou);
    window.expiryWatch().look();
    camera.take(window, u"35-certificate-ends"_s);
    const QString name = stage.sample.office->keys.front().name;
    desk::Finding validity{Examined::Validity, Condition::Warning, FindingCause::ExpiresWithin7Days, name};
    validity.days = 6;
    desk::Finding clock{Examined::Clock, Condition::Good, FindingCause::Fine};
    stage.sample.office->findings = {
        {Examined::Module, Condition::Good, FindingCause::Fine, u"/usr/lib/bit4id/libbit4xpki.so"_s},
        {Examined::Module, Condition::Bad, FindingCause::ModuleNotLoaded, u"/usr/lib/libeToken.so.10"_s},
        {Examined::Token, Condition::Good, FindingCause::Fine, u"TokenME EVO2"_s},
        {Examined::PinTries, Condition::Warning, FindingCause::LastTry, u"TokenME EVO2"_s},
        {Examined::Certificate, Condition::Good, FindingCause::Fine, name},
        validity,
        {Examined::Registration, Condition::Good, FindingCause::Fine, name},
        clock,
        {Examined::Trust, Condition::Warning, FindingCause::NobodyTrusted}};
    window.expiryWatch().dismiss();
    stage.sample.office->owed = {
        {stage.sample.toSign[1], rowOf(stage, stage.sample.toSign[1]), stage.clock.now() + -day * 2, false,
         Error{ErrorCode::TimestampUnavailable, u"timestamp.aped.gov.gr"_s, {}}},
        {stage.sample.toSign[0], rowOf(stage, stage.sample.toSign[0]), stage.clock.now() + -day / 4, true}};
    Q_EMIT stage.desk.attentionChanged();
    camera.take(window, u"37-timestamps-owed"_s);
    stage.sample.office->owed.clear();
    Q_EMIT stage.desk.attentionChanged();
    ui::SettingsDialog settings(stage.context(), &window);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.open();
    settings.showDevice();
    camera.take(settings, u"36-signing-device"_s);
    settings.accept();
}

} // namespace diakinisi::shots
