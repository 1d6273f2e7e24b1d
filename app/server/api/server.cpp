#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/messages.h"
#include "wire/routes.h"

#include <QFile>

namespace diakinisi::server {
namespace {

wire::ServerInfo info(const ApiParts& parts)
{
    wire::ServerInfo info;
    info.organisation = parts.office.organisation()->organisation.name;
    info.ledger = parts.office.ledger();
    info.epoch = parts.office.epoch();
    info.headKey = parts.headKey.id();
    info.headPublicKey = QString::fromLatin1(
        parts.headKey.publicKey().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    info.version = QStringLiteral(DIAKINISI_VERSION);
    info.oldestDesk = QStringLiteral(DIAKINISI_OLDEST_DESK);
    info.signIn = {QStringLiteral("password")};
    info.time = parts.clock.now();
    return info;
}

} // namespace

std::vector<Route> serverRoutes(const ApiParts& parts)
{
    const auto tell = [parts](const CallPointer&, const Responder& responder) {
        responder.answer(jsonAnswer(wire::toJson(info(parts))));
    };
    QFile description(QStringLiteral(":/diakinisi/server/openapi.json"));
    const QByteArray text = description.open(QIODevice::ReadOnly) ? description.readAll() : QByteArray();
    const auto describe = [text](const CallPointer&, const Responder& responder) {
        responder.answer(jsonAnswer(text));
    };
    return {{Method::Get, wire::routes::server, Admission::Open, tell},
            {Method::Get, wire::routes::openApi, Admission::Open, describe}};
}

} // namespace diakinisi::server
