#pragma once
#include "desk_fixture.h"

#include "desk/approver.h"
#include "desk/desk_files.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"
#include "desk/registrar.h"
#include "desk/signer.h"
#include "test_people.h"

namespace diakinisi::tests {

/// A clerk's desk that submits drafts, and the head's desk where they are signed.
struct SigningFixture : DeskFixture {
    std::unique_ptr<desk::Desk> clerk;
    std::unique_ptr<desk::Desk> head;

    bool openBoth()
    {
        clerk = open(QStringLiteral("clerk"));
        head = open(QStringLiteral("head"));
        return clerk && head;
    }
    static Secret pin() { return Secret(QByteArray("1234")); }

    /// A draft of the clerk's on its way to the head's signature; null when that failed.
    domain::DocumentId submitted(const QString& subject)
    {
        const auto file = clerk->files().import({write(QStringLiteral("a.pdf"), samples::letterPdf())}, {});
        desk::RegistrationForm form;
        form.identity = {domain::Direction::Outgoing, office.staffUnit, 1, 1};
        form.particulars.subject = subject;
        form.particulars.parties = {{domain::PartyKind::Citizen, QStringLiteral("Νίκος"), false}};
        if (file)
            form.files = {{*file, domain::ItemRole::Main, {}}};
        const auto draft = clerk->registrar().startDraft(form);
        const Done sent =
            draft ? clerk->approver().submit(*draft, {{office.head, domain::StepKind::Sign, 0}}) : fail(draft.error());
        if (sent && synced(*clerk))
            return *draft;
        qWarning("not submitted: %s, %d to attend to", sent ? "not synced" : qPrintable(errorWord(sent.error().code)),
                 static_cast<int>(clerk->lists().attention()->size()));
        return {};
    }
    QVector<domain::DocumentId> submitted(int count)
    {
        QVector<domain::DocumentId> documents;
        for (int i = 1; i <= count; ++i)
            documents += submitted(QStringLiteral("Έγγραφο %1").arg(i));
        return documents;
    }
    /// At the head's desk with its bytes.
    bool arrivesAtHead(const QVector<domain::DocumentId>& documents)
    {
        head->syncNow();
        const auto allReady = [&] {
            const auto plan = head->signer().plan(documents);
            return plan && plan->ready() == documents.size();
        };
        if (QTest::qWaitFor(allReady, 60'000))
            return true;
        const auto plan = head->signer().plan(documents);
        for (const desk::SigningItem& item : plan->items)
            qWarning("%s: %s", qPrintable(item.document.toString()),
                     qPrintable(item.problem ? errorWord(item.problem->code) : QStringLiteral("ready")));
        const auto problem = head->syncStatus().problem;
        qWarning("%d %s", static_cast<int>(head->syncStatus().state),
                 qPrintable(problem ? errorWord(problem->code) + problem->cause : QString()));
        return false;
    }
    /// What the administrator says of the organisation.
    bool define(const std::vector<domain::CommandBody>& bodies)
    {
        auto administrator = server.signedIn(test::TestServer::administrator());
        std::vector<domain::Command> commands;
        for (const domain::CommandBody& body : bodies)
            commands.push_back(test::TestServer::command(domain::organisationDocument(), body));
        return test::TestServer::send(administrator, commands).status == 200;
    }
    bool registerKey(const QByteArray& certificate)
    {
        return define({domain::RegisterCertificate{office.head, Sha256::of(certificate)}});
    }
    domain::Rendition newest(desk::Desk& desk, const domain::DocumentId& document)
    {
        return desk.reader().read(document)->document.mainItem()->newest().newest();
    }
};

} // namespace diakinisi::tests
