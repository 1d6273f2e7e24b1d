#include "sample_documents.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace diakinisi::bench {

namespace {

constexpr std::int64_t day = 24 * 60 * 60 * 1000LL;
constexpr qint64 openAtTheEnd = 400; ///< documents, the newest, that still wait for somebody

const QStringList acts{QStringLiteral("Αίτηση"),      QStringLiteral("Βεβαίωση"),  QStringLiteral("Απόφαση"),
                       QStringLiteral("Πρόσκληση"),   QStringLiteral("Διαβίβαση"), QStringLiteral("Έγγραφο"),
                       QStringLiteral("Γνωμοδότηση"), QStringLiteral("Ένσταση"),   QStringLiteral("Καταγγελία"),
                       QStringLiteral("Σύμβαση"),     QStringLiteral("Προμήθεια"), QStringLiteral("Πιστοποιητικό"),
                       QStringLiteral("Υπενθύμιση"),  QStringLiteral("Ερώτημα"),   QStringLiteral("Έγκριση"),
                       QStringLiteral("Ανακοίνωση"),  QStringLiteral("Εγκύκλιος"), QStringLiteral("Αναφορά"),
                       QStringLiteral("Δήλωση"),      QStringLiteral("Τιμολόγιο")};
const QStringList matters{QStringLiteral("χορήγησης άδειας"),          QStringLiteral("οικοδομικής άδειας"),
                          QStringLiteral("μόνιμης κατοικίας"),         QStringLiteral("οικογενειακής κατάστασης"),
                          QStringLiteral("κανονικής άδειας"),          QStringLiteral("αναρρωτικής άδειας"),
                          QStringLiteral("δημοτικών τελών"),           QStringLiteral("καθαριότητας οδού"),
                          QStringLiteral("ηλεκτροφωτισμού πλατείας"),  QStringLiteral("παιδικού σταθμού"),
                          QStringLiteral("προϋπολογισμού έργου"),      QStringLiteral("ανάθεσης προμήθειας"),
                          QStringLiteral("πρόσληψης προσωπικού"),      QStringLiteral("μετάταξης υπαλλήλου"),
                          QStringLiteral("αδειοδότησης καταστήματος"), QStringLiteral("κοπής δένδρων"),
                          QStringLiteral("επισκευής πεζοδρομίου"),     QStringLiteral("σχολικών κτιρίων"),
                          QStringLiteral("ύδρευσης και αποχέτευσης"),  QStringLiteral("πολιτικής προστασίας"),
                          QStringLiteral("κοινωνικού παντοπωλείου"),   QStringLiteral("ληξιαρχικής πράξης"),
                          QStringLiteral("στάθμευσης αναπήρου"),       QStringLiteral("αδέσποτων ζώων"),
                          QStringLiteral("πολιτιστικών εκδηλώσεων"),   QStringLiteral("δημοτικού συμβουλίου"),
                          QStringLiteral("εργατικού ατυχήματος"),      QStringLiteral("τροχαίου ατυχήματος"),
                          QStringLiteral("χρήσης κοινοχρήστου χώρου"), QStringLiteral("ευρωπαϊκού προγράμματος")};
const QStringList surnames{
    QStringLiteral("Παπαδόπουλος"), QStringLiteral("Γεωργίου"),    QStringLiteral("Καραγιάννης"),
    QStringLiteral("Οικονόμου"),    QStringLiteral("Βλαχοπούλου"), QStringLiteral("Δημητρίου"),
    QStringLiteral("Ιωαννίδης"),    QStringLiteral("Μακρής"),      QStringLiteral("Νικολάου"),
    QStringLiteral("Αντωνιάδου"),   QStringLiteral("Σταματίου"),   QStringLiteral("Χριστοδούλου"),
    QStringLiteral("Αγγελόπουλος"), QStringLiteral("Ζαχαρίου"),    QStringLiteral("Λαμπρόπουλος"),
    QStringLiteral("Τσακίρης")};
const QStringList names{QStringLiteral("Μαρία"),    QStringLiteral("Γεώργιος"),    QStringLiteral("Ελένη"),
                        QStringLiteral("Νικόλαος"), QStringLiteral("Κωνσταντίνα"), QStringLiteral("Δημήτριος"),
                        QStringLiteral("Σοφία"),    QStringLiteral("Ιωάννης"),     QStringLiteral("Χρήστος")};
const QStringList streets{QStringLiteral("Ερμού"),   QStringLiteral("Βενιζέλου"), QStringLiteral("Αγίου Νικολάου"),
                          QStringLiteral("Ολύμπου"), QStringLiteral("Εγνατία"),   QStringLiteral("Μητροπόλεως"),
                          QStringLiteral("Σολωμού"), QStringLiteral("Ηρακλέους"), QStringLiteral("Φιλίππου")};

} // namespace

SampleDocuments::SampleDocuments(const domain::Organisation& organisation, const domain::PersonId& person,
                                 IdSource& ids, Instant now)
    : m_person(person),
      m_ids(ids),
      m_now(now),
      m_units(organisation.unitsOf(person))
{
    for (const domain::Unit& unit : organisation.units)
        m_units.push_back(unit.id);
}

QStringList SampleDocuments::typedWords()
{
    return {QStringLiteral("αδεια"),        QStringLiteral("βεβαιωσεις"),  QStringLiteral("αποφασεων"),
            QStringLiteral("παιδικος"),     QStringLiteral("σταθμοι"),     QStringLiteral("προυπολογισμος"),
            QStringLiteral("υπαλληλοι"),    QStringLiteral("καταστηματα"), QStringLiteral("δεντρο"),
            QStringLiteral("πεζοδρομια"),   QStringLiteral("υδρευση"),     QStringLiteral("ληξιαρχικη"),
            QStringLiteral("Παπαδόπουλος"), QStringLiteral("Καραγιάννη"),  QStringLiteral("βενιζελου"),
            QStringLiteral("εκδηλωση"),     QStringLiteral("συμβουλιο"),   QStringLiteral("ατυχηματα"),
            QStringLiteral("προμηθεια"),    QStringLiteral("ενσταση")};
}

QString SampleDocuments::pick(const QStringList& words)
{
    return words.at(static_cast<qsizetype>(m_dice() % static_cast<std::uint32_t>(words.size())));
}

QString SampleDocuments::subject()
{
    QString text = pick(acts) + QStringLiteral(" περί ") + pick(matters);
    if (m_dice() % 2 == 0)
        text += QStringLiteral(", ") + pick(streets) + u' ' + QString::number(1 + m_dice() % 180);
    if (m_dice() % 3 == 0)
        text += QStringLiteral(" και ") + pick(matters);
    return text;
}

domain::Registration SampleDocuments::registration(qint64 index, Instant at) const
{
    constexpr int offset = 120;
    const QDate date = QDateTime::fromMSecsSinceEpoch(at.milliseconds + offset * 60'000LL, QTimeZone::utc()).date();
    domain::Registration registration;
    registration.state = domain::NumberState::Given;
    registration.number = domain::RegisterNumber{domain::mainSeries, date.year(), index + 1};
    registration.legalTime = domain::LegalTime{at, offset, date.toString(Qt::ISODate), date.year()};
    registration.by = m_person;
    return registration;
}

domain::Charge SampleDocuments::charge(Instant at, bool open)
{
    domain::Charge charge;
    charge.id = m_ids.make<domain::ChargeId>();
    charge.unit = open ? m_units.front() : m_units[m_dice() % m_units.size()];
    charge.purpose = m_dice() % 4 == 0 ? domain::Purpose::Information : domain::Purpose::Action;
    charge.state = open ? domain::ChargeState::Charged : domain::ChargeState::Completed;
    charge.by = m_person;
    charge.at = at;
    charge.changedAt = at;
    return charge;
}

domain::Document SampleDocuments::make(qint64 index, qint64 count)
{
    const Instant at = m_now + (-2 * 365 * day * (count - index) / count);
    domain::Document document;
    document.id = m_ids.make<domain::DocumentId>();
    document.revision = 2;
    document.createdBy = m_person;
    document.createdAt = document.changedAt = at;
    document.identity = {m_dice() % 3 == 0 ? domain::Direction::Outgoing : domain::Direction::Incoming,
                         m_units[m_dice() % m_units.size()], 1, static_cast<int>(1 + m_dice() % 8)};
    document.particulars.subject = subject();
    document.particulars.parties = {{domain::PartyKind::Citizen, pick(surnames) + u' ' + pick(names), false}};
    document.particulars.theirNumber = QString::number(m_dice() % 90'000);
    document.particulars.theirDate = toIso(at).left(10);
    document.registration = registration(index, at);
    document.charges = {charge(at, index >= count - openAtTheEnd)};
    document.passedThrough = {*document.charges.front().unit};
    return document;
}

} // namespace diakinisi::bench
