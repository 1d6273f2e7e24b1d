#pragma once
#include "ledger/record.h"
#include "wire/document_json.h"
#include "wire/organisation_json.h"
#include "wire/session_messages.h"
#include "wire/value_json.h"

// What requests and answers hold. Each has toJson(message) and fromJson<Message>(json), compiled once in messages.cpp.
// Commands: command_json.h. Problems: problem.h.
namespace diakinisi::wire {

DIAKINISI_PLAIN_CODEC(ledger::Record);

enum class CommandStatus { Applied, Repeated, Refused };

struct CommandResult {
    domain::CommandId id;
    CommandStatus status = CommandStatus::Applied;
    std::vector<ledger::Record> events; ///< empty when refused
    std::optional<QJsonObject> problem; ///< problem.h reads it; only when refused

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"status", self.status);
        v(u"events", self.events);
        v(u"problem", self.problem);
    }
};

struct CommandsAnswer {
    std::vector<CommandResult> results; ///< in the order of the commands

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"results", self.results);
    }
};

enum class FeedItemType { Event, DocumentAppeared, DocumentWithdrawn };

/// Reading refuses an item that lacks what its type needs.
struct FeedItem {
    qint64 position = 0;
    FeedItemType type = FeedItemType::Event;
    std::optional<ledger::Record> record;       ///< event
    std::optional<domain::Document> snapshot;   ///< document-appeared: its state at that position
    std::optional<domain::DocumentId> document; ///< document-appeared, document-withdrawn

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"position", self.position);
        v(u"type", self.type);
        v(u"record", self.record);
        v(u"snapshot", self.snapshot);
        v(u"document", self.document);
    }
};

DIAKINISI_PLAIN_CODEC(FeedItem);

struct FeedPage {
    std::vector<FeedItem> items;
    QString cursor; ///< cursor.h; for the next request
    bool more = false;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"items", self.items);
        v(u"cursor", self.cursor);
        v(u"more", self.more);
    }
};

/// GET /documents/{id}/history
struct HistoryPage {
    std::vector<ledger::Record> events; ///< oldest first
    bool more = false;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"events", self.events);
        v(u"more", self.more);
    }
};

/// One number of the book; a row that one may not see says number, date and that it is protected.
struct RegisterRow {
    domain::RegisterNumber number;
    QString date;
    domain::NumberState state = domain::NumberState::Given;
    bool isProtected = false;
    std::optional<domain::DocumentId> document;
    std::optional<domain::Direction> direction;
    std::optional<QString> subject;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
        v(u"date", self.date);
        v(u"state", self.state);
        v(u"protected", self.isProtected);
        v(u"document", self.document);
        v(u"direction", self.direction);
        v(u"subject", self.subject);
    }
};

struct RegisterPage {
    std::vector<RegisterRow> rows; ///< by number, each number accounted for
    bool more = false;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"rows", self.rows);
        v(u"more", self.more);
    }
};

struct UploadRequest {
    static constexpr bool isRequest = true;
    qint64 length = 0;
    Sha256 sha256;
    QString type; ///< media type

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"length", self.length);
        v(u"sha256", self.sha256);
        v(u"type", self.type);
    }
};

struct UploadAnswer {
    QString upload;
    qint64 offset = 0; ///< how many bytes the server has already

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"upload", self.upload);
        v(u"offset", self.offset);
    }
};

/// GET /directory: the organisation as of a position of the ledger.
struct DirectorySnapshot {
    qint64 position = 0;
    domain::Organisation organisation;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"position", self.position);
        v(u"organisation", self.organisation);
    }
};

#define DIAKINISI_MESSAGE(Type)                                                                                        \
    extern template QJsonObject toJson(const Type&);                                                                   \
    extern template Result<Type> fromJson<Type>(const QJsonValue&, QStringView, ReadRules)
DIAKINISI_MESSAGE(CommandsAnswer);
DIAKINISI_MESSAGE(FeedPage);
DIAKINISI_MESSAGE(HistoryPage);
DIAKINISI_MESSAGE(RegisterPage);
DIAKINISI_MESSAGE(UploadRequest);
DIAKINISI_MESSAGE(UploadAnswer);
DIAKINISI_MESSAGE(DirectorySnapshot);
DIAKINISI_MESSAGE(ServerInfo);
DIAKINISI_MESSAGE(SignInRequest);
DIAKINISI_MESSAGE(SignInAnswer);
#undef DIAKINISI_MESSAGE

} // namespace diakinisi::wire

DIAKINISI_ENUM_WORDS(diakinisi::wire::CommandStatus, QLatin1StringView("applied"), QLatin1StringView("repeated"),
                     QLatin1StringView("refused"));
DIAKINISI_ENUM_WORDS(diakinisi::wire::FeedItemType, QLatin1StringView("event"), QLatin1StringView("document-appeared"),
                     QLatin1StringView("document-withdrawn"));
