#include "ctl/admin_client.h"
#include "ctl/admin_commands.h"
#include "wire/json_reader.h"
#include "wire/value_json.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

using namespace domain;

// The file: {"name","zone","units":[{code,name,parent,kind}],"persons":[{login,name,title,unit,roles}],"policy":{...}}.
struct UnitLine {
    QString code;
    QString name;
    QJsonValue parent; ///< a code, or null for the root
    UnitKind kind = UnitKind::Department;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"code", self.code);
        v(u"name", self.name);
        v(u"parent", self.parent);
        v(u"kind", self.kind);
    }
};

struct PersonLine {
    QString login;
    QString name;
    QString title;
    QString unit;
    std::vector<Role> roles;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"login", self.login);
        v(u"name", self.name);
        v(u"title", self.title);
        v(u"unit", self.unit);
        v(u"roles", self.roles);
    }
};

struct OrganisationFile {
    std::vector<UnitLine> units;
    std::vector<PersonLine> persons;
    QJsonObject policy;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"units", self.units);
        v(u"persons", self.persons);
        v(u"policy", self.policy);
    }
};

Result<OrganisationFile> readOrganisation(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const wire::JsonLimits most{.depth = 64, .bytes = 32 * limits::miB};
    const auto json = wire::readJsonObject(file.read(most.bytes + 1), most);
    if (!json)
        return fail(json.error().code, path, json.error().cause);
    return wire::fromJson<OrganisationFile>(*json, u"organisation");
}

/// What is to be done so that the organisation is as the file says. Units and persons are known by code and login.
class Import
{
public:
    Import(AdminClient& client, OrganisationFile file) : m_client(client), m_file(std::move(file)) {}

    Done plan()
    {
        for (const Unit& unit : m_client.organisation().units)
            m_units.insert(unit.code, unit.id);
        for (const UnitLine& line : m_file.units)
            if (const Done added = addUnit(line); !added)
                return added;
        for (const PersonLine& line : m_file.persons)
            if (const Done added = addPerson(line); !added)
                return added;
        for (auto entry = m_file.policy.begin(); entry != m_file.policy.end(); ++entry)
            if (m_client.organisation().policy.value(entry.key()) != entry.value())
                acts.push_back(SetPolicy{entry.key(), entry.value()});
        return {};
    }

    std::vector<CommandBody> acts;
    std::vector<std::pair<QString, PersonId>> newPersons;

private:
    Done addUnit(const UnitLine& line)
    {
        const Unit* known = m_client.organisation().unitByCode(line.code);
        Unit unit{
            known ? known->id : m_client.ids().make<UnitId>(), std::nullopt, line.code, line.name, line.kind, true};
        if (line.parent.isString()) {
            const auto parent = m_units.constFind(line.parent.toString());
            if (parent == m_units.constEnd())
                return fail(ErrorCode::UnitUnknown, line.parent.toString(),
                            QStringLiteral("a unit stands after its parent"));
            unit.parent = *parent;
        }
        m_units.insert(line.code, unit.id);
        if (!known || *known != unit)
            acts.push_back(DefineUnit{unit});
        return {};
    }

    Done addPerson(const PersonLine& line)
    {
        const auto unit = m_units.constFind(line.unit);
        if (unit == m_units.constEnd() && !line.unit.isEmpty())
            return fail(ErrorCode::UnitUnknown, line.unit);
        const Person* known = m_client.organisation().personByLogin(line.login);
        DefinePerson person{
            known ? known->id : m_client.ids().make<PersonId>(), line.login, line.name, line.title, {}, true};
        for (const Role role : line.roles) {
            // These two see and do by role alone; everybody else belongs somewhere.
            const bool everywhere = role == Role::Auditor || role == Role::Administrator || line.unit.isEmpty();
            person.roles.push_back({role, everywhere ? std::nullopt : std::optional(*unit)});
        }
        const bool same = known && known->name == person.name && known->title == person.title &&
                          known->roles == person.roles && known->active;
        if (!known)
            newPersons.emplace_back(line.login, person.id);
        if (!same)
            acts.push_back(std::move(person));
        return {};
    }

    AdminClient& m_client;
    OrganisationFile m_file;
    QHash<QString, UnitId> m_units;
};

Done makePasswords(AdminClient& client, const QString& folder, const std::vector<std::pair<QString, PersonId>>& persons)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner))
        return fail(ErrorCode::FileUnwritable, folder);
    for (const auto& [login, person] : persons) {
        const QByteArray password = client.random().bytes(12).toBase64(QByteArray::Base64UrlEncoding);
        QFile file(folder + u'/' + login);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(ownerOnly) ||
            file.write(password + '\n') != password.size() + 1 || !file.flush())
            return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
        if (const Done set = client.setPassword(person, Secret(QByteArray(password))); !set)
            return set;
    }
    return {};
}

} // namespace

Exit adminOrganisation(Context& context, const QStringList& words)
{
    const auto arguments = Arguments::parse(words, adminOptions() + QStringList{QStringLiteral("password-folder")},
                                            {QStringLiteral("json")});
    if (!arguments)
        return reportUsage(context, arguments.error().subject);
    if (arguments->rest().size() != 2 || arguments->rest().first() != u"import")
        return reportUsage(context, QStringLiteral("org import FILE"));
    auto file = readOrganisation(arguments->rest().at(1));
    if (!file)
        return reportError(context, file.error());
    const auto client = AdminClient::signIn(context, *arguments);
    if (!client)
        return reportError(context, client.error());
    Import import(**client, std::move(*file));
    Done done = import.plan();
    if (done)
        done = (*client)->act(import.acts);
    if (done && arguments->has(QStringLiteral("password-folder")))
        done = makePasswords(**client, arguments->value(QStringLiteral("password-folder")), import.newPersons);
    if (!done)
        return reportError(context, done.error());
    const QJsonObject json{{QStringLiteral("changed"), static_cast<qint64>(import.acts.size())},
                           {QStringLiteral("new_persons"), static_cast<qint64>(import.newPersons.size())}};
    if (arguments->has(QStringLiteral("json")))
        printJson(context, json);
    else
        context.out << import.acts.size() << " changes, " << import.newPersons.size() << " new persons\n";
    return Exit::Done;
}

} // namespace diakinisi::ctl
