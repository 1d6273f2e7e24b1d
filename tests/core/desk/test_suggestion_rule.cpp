#include "desk/suggestion_rule.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::desk;
using By = SuggestionReason::By;

namespace {

const domain::UnitId works(QUuid::createUuid());
const domain::UnitId finance(QUuid::createUuid());
const domain::UnitId staff(QUuid::createUuid());

PastDocument past(const QString& sender, const QString& subject, const domain::UnitId& unit,
                  const QString& kind = QStringLiteral("έγγραφο"))
{
    return {sender, kind, subject, unit, {{unit, std::nullopt, domain::Purpose::Action}}};
}

std::vector<PastDocument> times(int count, const PastDocument& document)
{
    return std::vector(static_cast<std::size_t>(count), document);
}

template <class T>
std::vector<T> operator+(std::vector<T> a, const std::vector<T>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const QString ministry = QStringLiteral("Υπουργείο Εσωτερικών");
const QString leave = QStringLiteral("Χορήγηση κανονικής άδειας υπαλλήλων");
const QString budget = QStringLiteral("Κατάρτιση προϋπολογισμού οικονομικού έτους");

} // namespace

class TestSuggestionRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUnitThatMostOfTheSendersLettersWentToIsSuggestedWithTheCount()
    {
        const auto earlier = times(12, past(ministry, leave, staff)) + times(2, past(ministry, budget, finance));
        const SuggestionSet set = suggestFrom({ministry, {}, {}}, earlier);
        QCOMPARE(set.units.size(), std::size_t(2));
        QCOMPARE(set.units.front(), (Suggested<domain::UnitId>{staff, {By::Sender, 12, 14, {}}}));
        QCOMPARE(set.units.back().reason.matches, 2);
        QCOMPARE(set.charges.front().value.unit, std::optional(staff));
    }

    void wordsOfTheSubjectSayMoreThanTheSenderAlone()
    {
        const auto earlier = times(12, past(ministry, leave, staff)) + times(3, past(ministry, budget, finance));
        const SuggestionSet set =
            suggestFrom({ministry, {}, QStringLiteral("Οδηγίες για την κατάρτιση του προϋπολογισμού 2027")}, earlier);
        QCOMPARE(set.units.front().value, finance);
        QCOMPARE(set.units.front().reason.by, By::SenderAndWords);
        QCOMPARE(set.units.front().reason.matches, 3);
        QCOMPARE(set.units.front().reason.total, 3);
        QVERIFY(set.units.front().reason.words.contains(QStringLiteral("προυπολογισμου")));
    }

    void aSenderWhomNobodyKnowsIsJudgedByTheWords()
    {
        const auto earlier =
            times(4, past(QStringLiteral("Μαρία Βλάχου"), QStringLiteral("Κλάδεμα δένδρου στην οδό Α"), works));
        const SuggestionSet set = suggestFrom(
            {QStringLiteral("Πέτρος Νίκας"), {}, QStringLiteral("Κλάδεμα δένδρων στην οδό Ερμού")}, earlier);
        QCOMPARE(set.units.front().value, works);
        QCOMPARE(set.units.front().reason.by, By::Words);
    }

    void theNameInCapitalsOrShorterIsTheSameSender()
    {
        const auto earlier = times(3, past(QStringLiteral("Υπουργείο Εσωτερικών, Διεύθυνση Προσωπικού"), leave, staff));
        QCOMPARE(suggestFrom({QStringLiteral("ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ"), {}, {}}, earlier).units.front().value, staff);
        QVERIFY(suggestFrom({QStringLiteral("Υπουργείο Παιδείας"), {}, {}}, earlier).units.empty());
    }

    void oneDocumentIsNoPastAndADividedOneSaysNothing()
    {
        QVERIFY(suggestFrom({ministry, {}, {}}, times(1, past(ministry, leave, staff))).units.empty());
        const auto divided = times(2, past(ministry, leave, staff)) + times(2, past(ministry, budget, finance)) +
                             times(2, past(ministry, leave, works));
        QVERIFY(suggestFrom({ministry, {}, {}}, divided).units.empty());
        QVERIFY(suggestFrom({}, divided).units.empty());
    }

    void theKindComesFromSenderAndWordsNeverFromItself()
    {
        const auto earlier = times(3, past(ministry, leave, staff, QStringLiteral("εγκύκλιος")));
        const SuggestionSet set = suggestFrom({ministry, QStringLiteral("έγγραφο"), {}}, earlier);
        QCOMPARE(set.kinds.front().value, QStringLiteral("εγκύκλιος"));
        QCOMPARE(set.kinds.front().reason.by, By::Sender);
    }

    void chargesKeepTheirPurpose()
    {
        PastDocument document = past(ministry, leave, staff);
        document.charges.push_back({finance, std::nullopt, domain::Purpose::Information});
        const SuggestionSet set = suggestFrom({ministry, {}, {}}, times(5, document));
        QCOMPARE(set.charges.size(), std::size_t(2));
        QCOMPARE(set.charges.back().value, (SuggestedCharge{finance, std::nullopt, domain::Purpose::Information}));
        QCOMPARE(set.charges.back().reason.matches, 5);
    }
};

QTEST_APPLESS_MAIN(TestSuggestionRule)
#include "test_suggestion_rule.moc"
