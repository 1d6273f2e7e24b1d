#include "tests/core/wire/samples.h"
#include "wire/json_reader.h"

#include <QSet>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::wire;

namespace {

/// Calls `visit(path, json with the value at the path replaced)`; an undefined value takes the key away.
void eachChange(const QJsonValue& json, const QString& path, const std::function<QJsonValue(const QJsonValue&)>& change,
                const std::function<void(const QString&, const QJsonValue&)>& visit)
{
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            eachChange(array.at(i), path + QStringLiteral("[%1]").arg(i), change,
                       [&](const QString& at, const QJsonValue& changed) {
                           QJsonArray copy = array;
                           copy.replace(i, changed);
                           visit(at, copy);
                       });
        return;
    }
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString at = path.isEmpty() ? it.key() : path + u'.' + it.key();
        const auto put = [&](const QString& where, const QJsonValue& changed) {
            QJsonObject copy = object;
            copy.insert(it.key(), changed);
            visit(where, copy);
        };
        put(at, change(it.value()));
        eachChange(it.value(), at, change, put);
    }
}

bool isFree(const domain::Command& command, const QString& path)
{
    return std::holds_alternative<domain::SetPolicy>(command.body) && path.startsWith(QStringLiteral("body.value"));
}

QJsonValue ofAnotherType(const QJsonValue& value)
{
    return value.isArray() ? QJsonValue(QStringLiteral("no list")) : QJsonValue(QJsonArray{1});
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBackAsItWas()
    {
        QSet<QString> kinds;
        for (const domain::Command& command : test::everyCommand()) {
            const QJsonObject json = toJson(command);
            const auto read = commandFromJson(*readJsonObject(test::canonical(json)));
            QVERIFY2(read, qPrintable(read ? QString() : read.error().subject));
            QCOMPARE(test::canonical(toJson(*read)), test::canonical(json));
            QCOMPARE(read->body.index(), command.body.index());
            QCOMPARE(read->id, command.id);
            QCOMPARE(read->document, command.document);
            QCOMPARE(read->at, command.at);
            QCOMPARE(read->after.size(), 2U);
            QVERIFY(read->group == command.group);
            kinds.insert(json.value(u"kind").toString());
            const auto body = commandBodyFromJson(json.value(u"kind").toString(), bodyToJson(command.body));
            QVERIFY(body);
            QCOMPARE(bodyToJson(*body), json.value(u"body").toObject());
        }
        QCOMPARE(kinds.size(), static_cast<qsizetype>(std::variant_size_v<domain::CommandBody>));
        QCOMPARE(static_cast<qsizetype>(commandKinds().size()), kinds.size());
    }

    void whatMayBeAbsentLeavesNoKey()
    {
        domain::Command command = test::everyCommand().front();
        command.after.clear();
        command.group.reset();
        const QJsonObject json = toJson(command);
        QVERIFY(!json.contains(u"after") && !json.contains(u"group"));
        const auto read = commandFromJson(json);
        QVERIFY(read && read->after.empty() && !read->group);
    }

    void aFieldOfAnotherTypeIsNamedByItsPath()
    {
        for (const domain::Command& command : test::everyCommand())
            eachChange(toJson(command), {}, ofAnotherType, [&](const QString& path, const QJsonValue& changed) {
                const auto read = commandFromJson(changed.toObject());
                if (isFree(command, path))
                    return;
                QVERIFY2(!read, qPrintable(path));
                if (path != QStringLiteral("kind") && !path.startsWith(QStringLiteral("body.value.")))
                    QCOMPARE(read.error(), Error(ErrorCode::MalformedInput, path, read.error().cause));
            });
    }

    void aMissingFieldIsRefusedUnlessItMayBeAbsent()
    {
        int absent = 0;
        const auto away = [](const QJsonValue&) { return QJsonValue(QJsonValue::Undefined); };
        for (const domain::Command& command : test::everyCommand())
            eachChange(toJson(command), {}, away, [&](const QString& path, const QJsonValue& changed) {
                const auto read = commandFromJson(changed.toObject());
                if (!read) {
                    QCOMPARE(read.error().code, ErrorCode::MalformedInput);
                    QVERIFY2(path == read.error().subject, qPrintable(path + u' ' + read.error().subject));
                } else if (!isFree(command, path)) { // then it stays absent: no default slips in
                    QCOMPARE(test::canonical(toJson(*read)), test::canonical(changed.toObject()));
                    ++absent;
                }
            });
        QVERIFY(absent > 0);
    }

    void unknownFieldsAreIgnoredUnknownKindsAreNot()
    {
        const domain::Command command = test::everyCommand().front();
        QJsonObject json = toJson(command);
        json.insert(u"colour", QStringLiteral("blue"));
        QCOMPARE(commandDigest(*commandFromJson(json)), commandDigest(command));
        for (const char* kind : {"", "registers", "Register", "document-registered"}) {
            json.insert(u"kind", QString::fromLatin1(kind));
            QCOMPARE(commandFromJson(json).error(), (Error{ErrorCode::UnknownKind, QString::fromLatin1(kind), {}}));
        }
        QJsonObject newer = toJson(command);
        newer.insert(u"v", 2);
        QCOMPARE(commandFromJson(newer).error().code, ErrorCode::UnknownKind);
        newer.insert(u"v", 0);
        QCOMPARE(commandFromJson(newer).error().code, ErrorCode::MalformedInput);
    }

    void limitsOfTextsAndListsHold()
    {
        domain::AddNote note{QString(limits::fieldCharacters, u'α')};
        QVERIFY(commandBodyFromJson(QStringLiteral("add-note"), bodyToJson(note)));
        note.text += u'α';
        QCOMPARE(commandBodyFromJson(QStringLiteral("add-note"), bodyToJson(note)).error().subject,
                 QStringLiteral("body.text"));
        domain::SetAccess access;
        access.access.named.assign(static_cast<std::size_t>(limits::listEntries), domain::systemActor());
        QVERIFY(commandBodyFromJson(QStringLiteral("set-access"), bodyToJson(access)));
        access.access.named.push_back(domain::systemActor());
        QCOMPARE(commandBodyFromJson(QStringLiteral("set-access"), bodyToJson(access)).error().subject,
                 QStringLiteral("body.access.named"));
    }

    void theDigestIsTheSameForTheSameContentOnly()
    {
        QSet<Sha256> digests;
        for (const domain::Command& command : test::everyCommand()) {
            digests.insert(commandDigest(command));
            QCOMPARE(commandDigest(*commandFromJson(toJson(command))), commandDigest(command));
        }
        QCOMPARE(digests.size(), static_cast<qsizetype>(std::variant_size_v<domain::CommandBody>));
        domain::Command note = test::everyCommand().front();
        note.body = domain::AddNote{QStringLiteral("Ά")};
        const Sha256 composed = commandDigest(note);
        note.body = domain::AddNote{QStringLiteral("Α\u0301")};
        QCOMPARE(commandDigest(note), composed); // the same text in Unicode's eyes
        note.body = domain::AddNote{QStringLiteral("Α")};
        QVERIFY(commandDigest(note) != composed);
        note.body = domain::AddNote{QString(QChar(0xd83d)) + QChar(u'\0')};
        QCOMPARE(commandDigest(note), commandDigest(*commandFromJson(toJson(note))));
    }

    void manyCommandsAreReadOneByOne()
    {
        const auto all = test::everyCommand();
        QJsonObject json = toJson(all);
        QJsonArray array = json.value(u"commands").toArray();
        QJsonObject broken = array.at(1).toObject();
        broken.remove(u"body");
        array.replace(1, broken);
        const auto read = commandsFromJson({{QStringLiteral("commands"), array}});
        QVERIFY(read);
        QCOMPARE(read->size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE((*read)[i].id, all[i].id);
            QCOMPARE((*read)[i].command.has_value(), i != 1);
        }
        QCOMPARE((*read)[1].command.error().subject, QStringLiteral("body"));
    }

    void aMessageThatIsUnreadableAsAWholeIsRefused()
    {
        const auto codeOf = [](const QJsonValue& commands) {
            return commandsFromJson({{QStringLiteral("commands"), commands}}).error().code;
        };
        QCOMPARE(commandsFromJson({}).error().subject, QStringLiteral("commands"));
        QCOMPARE(codeOf(1), ErrorCode::MalformedInput);
        QCOMPARE(codeOf(QJsonArray{1}), ErrorCode::MalformedInput);
        QCOMPARE(codeOf(QJsonArray{QJsonObject{}}), ErrorCode::MalformedInput);
        QJsonArray many;
        for (qsizetype i = 0; i <= mostCommands; ++i)
            many.append(toJson(test::everyCommand().front()));
        QCOMPARE(codeOf(many), ErrorCode::LimitExceeded);
        many.removeLast();
        QVERIFY(commandsFromJson({{QStringLiteral("commands"), many}}));
    }
};

QTEST_APPLESS_MAIN(TestCommands)
#include "test_commands.moc"
