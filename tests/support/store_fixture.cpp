#include "tests/support/store_fixture.h"

namespace diakinisi::test {

using namespace domain;

namespace {

// Enough words, in several cases and numbers, for subjects of which no two need be alike.
constexpr const char16_t* acts[] = {u"Αίτηση για",
                                    u"Χορήγηση",
                                    u"Έγκριση",
                                    u"Διαβίβαση",
                                    u"Ανάκληση",
                                    u"Γνωμοδότηση για",
                                    u"Ερώτημα σχετικά με",
                                    u"Απάντηση σε έγγραφο για",
                                    u"Πρόσκληση για",
                                    u"Υποβολή δικαιολογητικών για",
                                    u"Καταγγελία για",
                                    u"Βεβαίωση"};
constexpr const char16_t* things[] = {u"άδεια λειτουργίας καταστήματος",
                                      u"οικοδομική άδεια",
                                      u"μισθοδοσία προσωπικού",
                                      u"αποκομιδή απορριμμάτων",
                                      u"συντήρηση σχολικών κτιρίων",
                                      u"προμήθεια υλικών",
                                      u"κανονική άδεια υπαλλήλου",
                                      u"κοπή δένδρων",
                                      u"φωτισμό οδών",
                                      u"κατάληψη πεζοδρομίου",
                                      u"εγγραφή στα δημοτολόγια",
                                      u"ληξιαρχική πράξη",
                                      u"δημοτικά τέλη",
                                      u"διακοπή υδροδότησης",
                                      u"παιδικούς σταθμούς",
                                      u"κοινωνικό επίδομα",
                                      u"λαϊκές αγορές",
                                      u"μελέτη ανάπλασης"};
constexpr const char16_t* places[] = {u"Θεσσαλονίκης", u"Αθηνών",    u"Λάρισας", u"Πατρών", u"Ηρακλείου",
                                      u"Ιωαννίνων",    u"Καλαμάτας", u"Βόλου",   u"Χανίων", u"Κοζάνης",
                                      u"Ρόδου",        u"Σερρών",    u"Τρικάλων"};
constexpr const char16_t* senders[] = {
    u"Παπαδόπουλος Νικόλαος", u"Ιωάννου Μαρία",         u"Υπουργείο Εσωτερικών", u"Περιφέρεια Κεντρικής Μακεδονίας",
    u"Δημητρίου Ελένη",       u"Γεωργίου Κωνσταντίνος", u"ΔΕΔΔΗΕ Α.Ε.",          u"Αποκεντρωμένη Διοίκηση",
    u"Σύλλογος Γονέων",       u"Τεχνική Εταιρεία ΟΔΟΣ", u"Αστυνομικό Τμήμα",     u"Εμπορικό Επιμελητήριο"};

template <std::size_t N>
QString pick(const char16_t* const (&from)[N], int index)
{
    return QString::fromUtf16(from[static_cast<std::size_t>(index) % N]);
}

} // namespace

StoreFixture::StoreFixture(PersonId Office::*who, const QString& folder) : m_given(folder), m_person(office.*who)
{
    reopen();
    bringDirectory();
    if (auto ok = m_store->bindPerson(m_person); !ok)
        qFatal("bindPerson: %s", qPrintable(ok.error().cause));
}

storage::StoreSettings StoreFixture::settings()
{
    storage::StoreSettings settings;
    settings.folder = folder();
    settings.fileKey = Secret(QByteArray(32, 'k'));
    settings.clock = &clock;
    settings.random = &random;
    return settings;
}

void StoreFixture::reopen()
{
    m_store.reset();
    auto store = storage::DeskStore::open(settings());
    if (!store)
        qFatal("open: %s %s", qPrintable(errorWord(store.error().code)), qPrintable(store.error().cause));
    m_store = std::move(*store);
    m_store->listen([this](const storage::StoreNews& news) { lastNews = news; });
}

void StoreFixture::bringDirectory()
{
    if (auto ok = m_store->takeDirectory({++m_directoryPosition, office.organisation}); !ok)
        qFatal("directory: %s", qPrintable(ok.error().cause));
}

Done StoreFixture::enqueue(const std::vector<Command>& commands, Instant notBefore)
{
    return m_store->enqueue(m_person, commands, notBefore);
}

void StoreFixture::synchronise()
{
    for (;;) {
        const auto ready = m_store->ready(m_person, 50);
        if (!ready)
            qFatal("ready: %s", qPrintable(ready.error().cause));
        if (ready->empty())
            return;
        if (auto ok = m_store->settle(server.answer(*ready, m_person)); !ok)
            qFatal("settle: %s", qPrintable(ok.error().cause));
    }
}

void StoreFixture::take(std::vector<wire::FeedItem> items)
{
    if (auto ok = m_store->take(server.page(std::move(items))); !ok)
        qFatal("take: %s %s", qPrintable(errorWord(ok.error().code)), qPrintable(ok.error().cause));
}

Command StoreFixture::command(const DocumentId& document, CommandBody body)
{
    return office.command(document, std::move(body));
}

std::vector<Command> StoreFixture::registration(const DocumentId& document, const QString& subject)
{
    std::vector<Command> group{
        command(document, office.incoming(subject)),
        command(document, ChargeTo{office.newId<ChargeId>(), office.staffUnit, std::nullopt, Purpose::Action, {}, {}}),
        command(document, AddNote{QStringLiteral("να απαντηθεί εντός της εβδομάδας")})};
    const auto id = office.newId<GroupId>();
    for (Command& each : group)
        each.group = id;
    return group;
}

QString StoreFixture::subjectOf(int index)
{
    return pick(acts, index) + u' ' + pick(things, index / 12) + u' ' + pick(places, index / 5 + index / 216);
}

Done StoreFixture::fill(int count)
{
    constexpr int pageSize = 500;
    constexpr qint64 threeYears = 3LL * 365 * 24 * 60 * 60 * 1000;
    const Instant now = office.now;
    const Instant begin = now + -threeYears;
    std::vector<wire::FeedItem> items;
    for (int i = 0; i < count; ++i) {
        office.now = begin + threeYears / count * i;
        Register form = office.incoming(subjectOf(i));
        form.particulars.parties[0].name = pick(senders, i / 7);
        form.particulars.theirNumber = QString::number(1000 + i * 7 % 90'000);
        form.particulars.theirDate = toIso(office.now).left(10);
        form.items = {office.mainItem(QByteArray::number(i).constData())};
        Document document;
        office.mustAct(document, office.registry, form);
        const ChargeId charge = office.charge(document, i % 3 == 0 ? office.finance : office.staffUnit);
        if (i % 16 != 0)
            office.mustAct(document, i % 3 == 0 ? office.treasurer : office.head,
                           CompleteCharge{charge, QStringLiteral("τέθηκε στο αρχείο"), std::nullopt});
        items.push_back({++server.seq, wire::FeedItemType::DocumentAppeared, std::nullopt, document, document.id});
        if (static_cast<int>(items.size()) == pageSize || i + 1 == count)
            if (auto ok = m_store->take(server.page(std::exchange(items, {}), i + 1 < count)); !ok)
                return ok;
    }
    office.now = now;
    return {};
}

} // namespace diakinisi::test
