#include "signing/validation/signature_judge.h"

#include "signing/authorities/validation_network.h"

namespace diakinisi::signing {

/// The network for one question, if it may be used.
class DirectSignatureJudge::Asking
{
public:
    Asking(DirectSignatureJudge& judge, const JudgeQuestion& question)
    {
        if (!question.network)
            return;
        m_answers = judge.answersFor(*question.network);
        m_network.emplace(*m_answers, judge.m_absent, judge.m_clock,
                          ValidationNetworkRules{question.network->privateAddresses, question.network->patience});
    }

    RevocationSource* source() { return m_network ? &*m_network : nullptr; }
    bool hasMissed() const { return m_network && m_network->hasMissed(); }

private:
    std::shared_ptr<RevocationCache> m_answers;
    std::optional<ValidationNetwork> m_network;
};

std::shared_ptr<RevocationCache> DirectSignatureJudge::answersFor(const NetworkUse& use)
{
    const std::lock_guard lock(m_mutex);
    if (m_comings != use.comings)
        m_absent.forget();
    m_comings = use.comings;
    if (!m_answers || m_folder != use.answersFolder)
        m_answers = std::make_shared<RevocationCache>(use.answersFolder);
    m_folder = use.answersFolder;
    return m_answers;
}

Result<JudgedPdf> DirectSignatureJudge::verify(QIODevice& file, const JudgeQuestion& question, std::stop_token stop)
{
    Asking asking(*this, question);
    const auto options = VerifyOptions::with(question.trust, question.at, asking.source());
    auto verdict = verifyPdf(file, options, std::move(stop));
    if (!verdict)
        return fail(verdict.error());
    return JudgedPdf{std::move(*verdict), asking.hasMissed()};
}

Result<Derivation> DirectSignatureJudge::checkDerivation(QIODevice& former, QIODevice& renewed,
                                                         const JudgeQuestion& question, std::stop_token stop)
{
    Asking asking(*this, question);
    const auto options = VerifyOptions::with(question.trust, question.at, asking.source());
    return signing::checkDerivation(former, renewed, options, std::move(stop));
}

} // namespace diakinisi::signing
