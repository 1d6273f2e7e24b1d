#include "tests/fakes/sample_office.h"

#include "desk/desk_files.h"

namespace diakinisi::fakes {

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

struct Incoming {
    const char* subject;
    const char* sender;
    PartyKind kind;
    const char* number;
    const char* place;
    int daysAgo;
    const char* unit; ///< charged to; empty: uncharged
    int dueIn;        ///< days from today; 0: none
    Purpose purpose = Purpose::Action;
};

// clang-format off
const Incoming incoming[] = {
    {"Αίτημα χορήγησης βεβαίωσης χρήσεων γης για το ακίνητο της οδού Καραολή και Δημητρίου 12", "Παπαγεωργίου Ελένη", PartyKind::Citizen, "", "Αγία Παρασκευή", 0, "ΔΤΥ", 9},
    {"Πρόσκληση υποβολής προτάσεων για την ενεργειακή αναβάθμιση σχολικών κτιρίων", "Περιφέρεια Αττικής, Διεύθυνση Τεχνικών Έργων", PartyKind::Authority, "1178452", "Αθήνα", 0, "ΔΤΥ", 3},
    {"Καταγγελία για λακκούβα στο οδόστρωμα έμπροσθεν του 3ου Δημοτικού Σχολείου", "Σύλλογος Γονέων 3ου Δημοτικού Σχολείου", PartyKind::Authority, "48", "Αγία Παρασκευή", 1, "ΔΤΥ", -2},
    {"Διαβίβαση πρακτικού της Επιτροπής Παραλαβής υλικών ηλεκτροφωτισμού", "Επιτροπή Παραλαβής Προμηθειών", PartyKind::Unit, "", "", 1, "ΔΟΙΚ", 0},
    {"Παροχή στοιχείων για την απογραφή προσωπικού έτους 2026", "Υπουργείο Εσωτερικών, Γενική Διεύθυνση Ανθρώπινου Δυναμικού", PartyKind::Authority, "ΔΙΔΑΔ/Φ.12/4471", "Αθήνα", 1, "ΔΔΥ", 5},
    {"Τιμολόγιο ΤΠΥ 1123 για εργασίες συντήρησης κλιματιστικών δημοτικού μεγάρου", "ΨΥΚΤΙΚΗ ΑΤΤΙΚΗΣ Α.Ε.", PartyKind::Company, "ΤΠΥ-1123", "Παλλήνη", 2, "ΔΟΙΚ", 12},
    {"Αίτηση συμμετοχής στο Κοινωνικό Παντοπωλείο", "Αναστασιάδης Γεώργιος", PartyKind::Citizen, "", "", 2, "ΔΚΠ", 7},
    {"Ερώτηση για τη λειτουργία του Κέντρου Ανοιχτής Προστασίας Ηλικιωμένων τις αργίες", "Μαυρομμάτη Σοφία", PartyKind::Citizen, "", "", 2, "ΔΚΠ", 0, Purpose::Opinion},
    {"Αποστολή κοινοποίησης: εγκύκλιος για τη διαχείριση ηλεκτρονικών εγγράφων στους Ο.Τ.Α.", "Υπουργείο Ψηφιακής Διακυβέρνησης", PartyKind::Authority, "30512 ΕΞ 2026", "Αθήνα", 3, "ΔΤΥ", 0, Purpose::Information},
    {"Ένσταση κατά της απόφασης επιβολής τέλους ακίνητης περιουσίας", "Χριστοδούλου Μαρία", PartyKind::Citizen, "", "Χαλάνδρι", 3, "ΔΟΙΚ", 20},
    {"Γνωμοδότηση για τη μετατόπιση στύλου φωτισμού στην πλατεία Αγίου Ιωάννη", "ΔΕΔΔΗΕ Α.Ε., Περιοχή Μεσογείων", PartyKind::Company, "6620", "Μαρκόπουλο", 4, "ΔΤΥ", 1},
    {"Σφραγισμένη προσφορά στον διαγωνισμό προμήθειας γραφικής ύλης", "ΧΑΡΤΙΚΑ ΒΟΡΕΙΩΝ ΠΡΟΑΣΤΙΩΝ Ι.Κ.Ε.", PartyKind::Company, "", "", 4, "ΔΟΙΚ", 0},
    {"Πρόσκληση σε σύσκεψη για τον σχεδιασμό αντιπλημμυρικής προστασίας της λεκάνης του Ποδονίφτη", "Αποκεντρωμένη Διοίκηση Αττικής", PartyKind::Authority, "88213", "Αθήνα", 5, "", 0},
    {"Αίτηση μεταδημότευσης", "Κωνσταντίνου Αθανάσιος", PartyKind::Citizen, "", "Νέα Ιωνία", 5, "", 0},
    {"Ανώνυμη αναφορά για αυθαίρετη κατάληψη πεζοδρομίου", "Ανώνυμος", PartyKind::Anonymous, "", "", 6, "", 0},
};

const std::pair<const char*, const char*> outgoing[] = {
    {"Έγκριση τομής οδοστρώματος στην οδό Μεσογείων 415-417", "ΔΕΔΔΗΕ Α.Ε., Περιοχή Μεσογείων"},
    {"Απάντηση στο αίτημα βεβαίωσης χρήσεων γης της οδού Καραολή και Δημητρίου", "Παπαγεωργίου Ελένη"},
    {"Διαβίβαση φακέλου μελέτης ανάπλασης της πλατείας Αγίου Ιωάννη", "Περιφέρεια Αττικής, Διεύθυνση Τεχνικών Έργων"},
    {"Πρόσκληση εκδήλωσης ενδιαφέροντος για εργασίες ασφαλτόστρωσης", "Σύνδεσμος Εργοληπτών Αττικής"},
    {"Βεβαίωση καλής εκτέλεσης του έργου συντήρησης παιδικών χαρών", "ΠΑΙΔΟΤΟΠΙΑ ΕΛΛΑΔΟΣ Α.Ε."},
};
// clang-format on

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString isoDay(Instant now, int days)
{
    return toIso(now + days * day).left(10);
}

void addUnits(SampleOffice& sample)
{
    FakeOffice& office = *sample.office;
    const UnitId root = office.addUnit(u"ΔΗΜΟΣ"_s, u"Δήμος Αγίας Παρασκευής"_s, UnitKind::Municipality);
    const UnitId general = office.addUnit(u"ΓΔ"_s, u"Γενική Διεύθυνση Υπηρεσιών"_s, UnitKind::GeneralDirectorate, root);
    sample.registry =
        office.addUnit(u"ΠΡΩΤ"_s, u"Τμήμα Γενικού Πρωτοκόλλου και Διεκπεραίωσης"_s, UnitKind::Department, general);
    sample.technical = office.addUnit(u"ΔΤΥ"_s, u"Διεύθυνση Τεχνικών Υπηρεσιών"_s, UnitKind::Directorate, general);
    office.addUnit(u"ΔΟΙΚ"_s, u"Διεύθυνση Οικονομικών Υπηρεσιών"_s, UnitKind::Directorate, general);
    office.addUnit(u"ΔΔΥ"_s, u"Διεύθυνση Διοικητικών Υπηρεσιών"_s, UnitKind::Directorate, general);
    office.addUnit(u"ΔΚΠ"_s, u"Διεύθυνση Κοινωνικής Προστασίας, Παιδείας και Πολιτισμού"_s, UnitKind::Directorate,
                   general);
    office.addUnit(u"ΔΠΚΠ"_s, u"Διεύθυνση Περιβάλλοντος, Καθαριότητας και Πρασίνου"_s, UnitKind::Directorate, general);
    office.addUnit(u"ΤΣΕ"_s, u"Τμήμα Συγκοινωνιακών Έργων"_s, UnitKind::Department, sample.technical);
    office.addUnit(u"ΤΚΧ"_s, u"Τμήμα Κτιρίων και Υπαίθριων Χώρων"_s, UnitKind::Department, sample.technical);
}

void addPersons(SampleOffice& sample)
{
    FakeOffice& office = *sample.office;
    sample.clerk = office.addPerson(u"protokollo"_s, u"Δημητρίου Αικατερίνη"_s, u"Υπάλληλος Πρωτοκόλλου"_s,
                                    {{Role::RegistryClerk, sample.registry}, {Role::Clerk, sample.registry}});
    sample.head = office.addPerson(u"head"_s, u"Παπαδόπουλος Νικόλαος"_s, u"Διευθυντής Τεχνικών Υπηρεσιών"_s,
                                   {{Role::Head, sample.technical}, {Role::FinalSignatory, sample.technical}});
    sample.officer = office.addPerson(u"mixanikos"_s, u"Ιωαννίδου Χριστίνα"_s, u"Πολιτικός Μηχανικός ΠΕ"_s,
                                      {{Role::Clerk, sample.technical}});
    office.addPerson(u"tmimatarxis"_s, u"Βασιλείου Σπυρίδων"_s, u"Προϊστάμενος Τμήματος Συγκοινωνιακών Έργων"_s,
                     {{Role::Head, office.organisation.unitByCode(u"ΤΣΕ")->id}});
    office.addPerson(u"oikonomikos"_s, u"Καραγιάννη Ευαγγελία"_s, u"Διευθύντρια Οικονομικών Υπηρεσιών"_s,
                     {{Role::Head, office.organisation.unitByCode(u"ΔΟΙΚ")->id}});
    office.addPerson(u"dimarxos"_s, u"Στεφανόπουλος Ανδρέας"_s, u"Δήμαρχος"_s,
                     {{Role::FinalSignatory, office.organisation.unitByCode(u"ΔΗΜΟΣ")->id},
                      {Role::Head, office.organisation.unitByCode(u"ΔΗΜΟΣ")->id}});
}

FileRef addLetter(FakeOffice& office, const QString& sender, const QString& number, const QString& date,
                  const QString& place, const QString& subject, const QString& name)
{
    FakeFile file;
    file.name = name;
    file.pages << letter(
        sender, number, date, place, subject,
        {u"Σας γνωρίζουμε ότι, σε συνέχεια της από κοινού αυτοψίας που πραγματοποιήθηκε στις 12 Νοεμβρίου 2026 και των "
         u"διατάξεων του άρθρου 75 του ν. 3463/2006, παρακαλούμε για τις δικές σας ενέργειες εντός της προβλεπόμενης "
         u"προθεσμίας, προκειμένου να ολοκληρωθεί η διαδικασία."_s,
         u"Συνημμένα θα βρείτε τα απαιτούμενα δικαιολογητικά, το τοπογραφικό διάγραμμα σε κλίμακα 1:200 και την "
         u"τεχνική "
         u"έκθεση της υπηρεσίας. Για κάθε διευκρίνιση μπορείτε να απευθύνεστε στο τηλέφωνο 210 6004000, εργάσιμες "
         u"ημέρες "
         u"και ώρες 8:00 έως 14:30."_s,
         u"Παρακαλούμε να μας γνωρίσετε εγγράφως την αποδοχή ή τις παρατηρήσεις σας. Μετά την παρέλευση της προθεσμίας "
         u"η "
         u"υπηρεσία θα προχωρήσει στην έκδοση της σχετικής πράξης με τα στοιχεία που θα έχει στη διάθεσή της."_s},
        sender.section(u',', 0, 0));
    file.pages << letter(sender, number, date, place, u"Πίνακας συνημμένων"_s,
                         {u"1. Αίτηση και υπεύθυνη δήλωση του ν. 1599/1986."_s, u"2. Τοπογραφικό διάγραμμα."_s,
                          u"3. Τεχνική έκθεση με φωτογραφίες της υφιστάμενης κατάστασης."_s},
                         sender.section(u',', 0, 0));
    return office.addFile(std::move(file));
}

void addIncoming(SampleOffice& sample)
{
    FakeOffice& office = *sample.office;
    int count = 0;
    for (const Incoming* it = std::end(incoming); it != std::begin(incoming);) {
        --it;
        const Instant at = office.now() + (-it->daysAgo * day - (++count) * 7 * minute);
        const QString sender = text(it->sender);
        const QString name = u"eggrafo-%1.pdf"_s.arg(count);
        const FileRef file =
            addLetter(office, sender, text(it->number), isoDay(at, -1), text(it->place), text(it->subject), name);
        const Unit* unit = office.organisation.unitByCode(*it->unit ? text(it->unit) : u"ΔΔΥ"_s);
        Register command;
        command.identity = {Direction::Incoming, unit->id, 1, 2};
        command.particulars = {text(it->subject),
                               {{it->kind, sender, false}},
                               text(it->number),
                               *it->number ? isoDay(at, -1) : QString(),
                               text(it->place),
                               {},
                               {}};
        command.items = {{office.newId<ItemId>(), office.newId<VersionId>(), ItemRole::Main, u"Διαβιβαστικό"_s, file}};
        const DocumentId id = office.newDocument();
        (void)office.act(sample.clerk, id, command, at);
        (void)office.act(systemActor(), id, MarkFileArrived{file.digest}, at + minute);
        if (*it->unit) {
            const ChargeTo charge{office.newId<ChargeId>(),
                                  unit->id,
                                  {},
                                  it->purpose,
                                  count % 3 ? QString() : u"Παρακαλώ κατά προτεραιότητα"_s,
                                  it->dueIn ? isoDay(office.now(), it->dueIn) : QString()};
            (void)office.act(sample.clerk, id, charge, at + 2 * minute);
            if (it->daysAgo > 2 && unit->id == sample.technical && it->purpose == Purpose::Action)
                (void)office.act(sample.officer, id, TakeOver{charge.charge}, at + 90 * minute);
        }
        if (it->daysAgo > 1)
            office.read.insert(id);
    }
}

void addOutgoing(SampleOffice& sample)
{
    FakeOffice& office = *sample.office;
    const Person* technician = office.organisation.personByLogin(u"tmimatarxis");
    int count = 0;
    for (const auto& [subject, recipient] : outgoing) {
        const Instant at = office.now() + (-day - (++count) * 21 * minute);
        const FileRef file = addLetter(office, u"Δήμος Αγίας Παρασκευής, Διεύθυνση Τεχνικών Υπηρεσιών"_s, QString(),
                                       QString(), u"Αγία Παρασκευή"_s, text(subject), u"sxedio-%1.pdf"_s.arg(count));
        StartDraft draft;
        draft.identity = {Direction::Outgoing, sample.technical, 1, 2};
        draft.particulars.subject = text(subject);
        draft.particulars.parties = {{PartyKind::Authority, text(recipient), false}};
        draft.items = {{office.newId<ItemId>(), office.newId<VersionId>(), ItemRole::Main, u"Σχέδιο"_s, file}};
        const DocumentId id = office.newDocument();
        (void)office.act(sample.officer, id, draft, at);
        (void)office.act(systemActor(), id, MarkFileArrived{file.digest}, at);
        if (count == 5)
            continue; // still a draft
        const Submit submit{draft.items.front().version,
                            {{office.newId<StepId>(), technician->id, StepKind::Approve, 0},
                             {office.newId<StepId>(), sample.head, StepKind::Sign, 1}}};
        (void)office.act(sample.officer, id, submit, at + 5 * minute);
        (void)office.act(technician->id, id, Approve{submit.steps.front().id, submit.version}, at + 30 * minute);
        sample.toSign << id;
        if (count < 3)
            office.seen.insert(file.digest);
    }
}

void addTrouble(SampleOffice& sample)
{
    FakeOffice& office = *sample.office;
    const auto row = [&](const QString& what, const QString& subject, ErrorCode code, int dependents) {
        office.attention.push_back({office.newId<CommandId>(), sample.toSign.front(), what, subject,
                                    Error{code, {}, u"server answered 409"_s}, office.now() + -30 * minute,
                                    dependents});
    };
    row(u"approve"_s, u"Έγκριση τομής οδοστρώματος στην οδό Μεσογείων 415-417"_s, ErrorCode::StateChanged, 0);
    row(u"register"_s, u"Αίτηση μεταδημότευσης"_s, ErrorCode::FieldInvalid, 2);
}

} // namespace

QString letter(const QString& sender, const QString& number, const QString& date, const QString& place,
               const QString& subject, const QStringList& paragraphs, const QString& signatory)
{
    QString html =
        u"<table width='100%'><tr><td width='58%'><b>ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ</b><br/>%1</td><td>%2%3<br/>%4</td></tr></table>"_s
            .arg(sender.toHtmlEscaped().replace(u", "_s, u"<br/>"_s), place.isEmpty() ? QString() : place + u", "_s,
                 date.isEmpty() ? u"... / ... / 2026"_s : date,
                 number.isEmpty() ? u"Αριθ. πρωτ.: ............"_s : u"Αριθ. πρωτ.: "_s + number);
    html += u"<p><br/><b>ΠΡΟΣ:</b> Δήμο Αγίας Παρασκευής</p><p><b>ΘΕΜΑ: «%1»</b></p>"_s.arg(subject.toHtmlEscaped());
    for (const QString& paragraph : paragraphs)
        html += u"<p align='justify'>%1</p>"_s.arg(paragraph.toHtmlEscaped());
    return html + u"<p align='right'><br/><b>Με εκτίμηση</b><br/><br/>%1</p>"_s.arg(signatory.toHtmlEscaped());
}

SampleOffice makeSampleOffice(const Clock& clock)
{
    SampleOffice sample;
    sample.office = std::make_shared<FakeOffice>(clock);
    sample.office->organisation.name = u"Δήμος Αγίας Παρασκευής"_s;
    sample.office->organisation.zone = u"Europe/Athens"_s;
    addUnits(sample);
    addPersons(sample);
    addIncoming(sample);
    addOutgoing(sample);
    addTrouble(sample);
    sample.office->me = sample.clerk;
    return sample;
}

} // namespace diakinisi::fakes
