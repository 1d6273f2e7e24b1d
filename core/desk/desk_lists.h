#pragma once
#include "desk/document_finder.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"
#include "desk/form_drafts.h"
#include "desk/parts.h"
#include "desk/row_maker.h"

// The reading tasks, over the store's views.
namespace diakinisi::desk {

class DeskLists final : public DocumentLists
{
public:
    explicit DeskLists(Parts& parts) : m_parts(parts) {}
    Result<std::vector<DocumentRow>> list(const ListQuery& query) override;
    Result<ListCounts> counts() override;
    Result<std::vector<DocumentRow>> rows(const QVector<domain::DocumentId>& ids) override;
    Done markRead(const domain::DocumentId& document, bool read) override;
    Result<std::vector<AttentionRow>> attention() override;
    Done tryAgain(const domain::CommandId& command) override;
    Done dismiss(const domain::CommandId& command) override;

private:
    Result<std::vector<DocumentRow>> needsYou(const ListQuery& query);
    Parts& m_parts;
};

class DeskFinder final : public DocumentFinder
{
public:
    explicit DeskFinder(Parts& parts) : m_parts(parts) {}
    Result<std::vector<DocumentRow>> find(const QString& text, int limit, std::stop_token stop) override;

private:
    Parts& m_parts;
};

/// Asks the server under the session; see ServerSession::ask.
using AskServer = std::function<Result<QByteArray>(const QString& path, std::stop_token stop)>;

class DeskReader final : public DocumentReader
{
public:
    DeskReader(Parts& parts, AskServer ask) : m_parts(parts), m_ask(std::move(ask)) {}
    Result<DocumentView> read(const domain::DocumentId& document) override;
    Result<domain::DocumentId> byNumber(const QString& text) override;
    Done fetchHistory(const domain::DocumentId& document, std::stop_token stop) override;

private:
    Parts& m_parts;
    AskServer m_ask;
};

class DeskFormDrafts final : public FormDrafts
{
public:
    explicit DeskFormDrafts(Parts& parts) : m_parts(parts) {}
    Done save(const FormDraft& draft) override;
    Result<std::vector<FormDraft>> list() override;
    Done remove(const QUuid& id) override;

private:
    Parts& m_parts;
};

} // namespace diakinisi::desk
