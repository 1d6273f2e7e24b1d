#include "domain/decide.h"

#include "domain/decide_parts.h"
#include "domain/rights.h"

namespace diakinisi::domain {

namespace {

/// What every act on a document needs first: that there is one, that its events are all understood, and that the actor
/// may see it. An unseen document and an unknown one look the same.
Done mayTouch(const Document& document, const Context& context)
{
    if (!document.exists())
        return fail(ErrorCode::NotFound);
    if (context.actor == systemActor())
        return {};
    if (!maySee(document, *context.organisation, context.actor, context.at))
        return fail(ErrorCode::NotFound);
    if (document.newerKind)
        return fail(ErrorCode::NotSupported);
    return {};
}

template <class Body>
inline constexpr bool beginsDocument = std::is_same_v<Body, Register> || std::is_same_v<Body, StartDraft>;

} // namespace

Result<std::vector<Decided>> decide(const Document& document, const Command& command, const Context& context)
{
    return std::visit(
        [&](const auto& body) -> Result<std::vector<Decided>> {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (requires { rules::decide(body, rules::Case{document, context}); }) {
                if constexpr (!beginsDocument<Body>)
                    if (auto ok = mayTouch(document, context); !ok)
                        return fail(ok.error());
                return rules::decide(body, rules::Case{document, context});
            } else {
                return fail(ErrorCode::FieldInvalid, QStringLiteral("document")); // an act on the organisation
            }
        },
        command.body);
}

} // namespace diakinisi::domain
