#include "ui/parts/target_field.h"

#include "ui/parts/translated.h"

namespace diakinisi::ui {

namespace {

constexpr int mostOffers = 30;

} // namespace

TargetField::TargetField(const Context& context, Of of, QWidget* parent)
    : TypeAhead([this](const QString& letters, const Answer& answer) { answer(offers(letters)); }, false, parent),
      m_directory(context.desk.directory()),
      m_of(of)
{
    setClearButtonEnabled(true);
    connect(this, &TypeAhead::taken, this, [this](int offer) {
        m_target = m_offered.at(static_cast<std::size_t>(offer));
        Q_EMIT targetChanged();
    });
    connect(this, &TypeAhead::dropped, this, [this] {
        m_target.reset();
        Q_EMIT targetChanged();
    });
    translated(this, [this] {
        setPlaceholderText(m_of == Of::Persons ? tr("Letters of the name")
                                               : tr("Letters of the unit's code or of a name"));
    });
}

std::vector<Offer> TargetField::offers(const QString& letters)
{
    m_offered.clear();
    std::vector<Offer> offers;
    for (desk::ChargeTarget& target : m_directory.suggest(letters, mostOffers)) {
        if ((m_of == Of::Units && !target.unit) || (m_of == Of::Persons && !target.person))
            continue;
        const QString remark = target.remark.isEmpty() ? QString() : tr("absent, replaced by %1").arg(target.remark);
        offers.push_back({target.label, remark});
        m_offered.push_back(std::move(target));
    }
    return offers;
}

void TargetField::setTarget(std::optional<desk::ChargeTarget> target)
{
    m_target = std::move(target);
    setChosen(m_target ? m_target->label : QString(), m_target ? std::optional(0) : std::nullopt);
    Q_EMIT targetChanged();
}

void TargetField::setTarget(std::optional<domain::UnitId> unit, std::optional<domain::PersonId> person)
{
    const auto organisation = m_directory.organisation();
    if (const domain::Person* known = person && organisation ? organisation->person(*person) : nullptr)
        setTarget(desk::ChargeTarget{.unit = {}, .person = person, .label = known->name, .remark = {}});
    else if (const domain::Unit* place = unit && organisation ? organisation->unit(*unit) : nullptr)
        setTarget(
            desk::ChargeTarget{.unit = unit, .person = {}, .label = place->code + u' ' + place->name, .remark = {}});
    else
        setTarget(std::nullopt);
}

struct PartyField::Asker {
    desk::Directory& directory;
    Lane& lane;
    Task<Result<std::vector<QString>>> task;

    Asker(desk::Directory& names, Lane& work) : directory(names), lane(work) {}

    void ask(const QString& letters, Answer answer)
    {
        task.start(
            lane,
            [&directory = directory, letters](std::stop_token) {
                return directory.suggestParties(letters, mostOffers);
            },
            [answer = std::move(answer)](const Result<std::vector<QString>>& names) {
                std::vector<Offer> offers;
                if (names)
                    for (const QString& name : *names)
                        offers.push_back({name, {}});
                answer(std::move(offers));
            });
    }
};

PartyField::PartyField(const Context& context, QWidget* parent)
    : PartyField(std::make_shared<Asker>(context.desk.directory(), context.desk.lanes().read), parent)
{
}

PartyField::PartyField(std::shared_ptr<Asker> asker, QWidget* parent)
    : TypeAhead([raw = asker.get()](const QString& letters, const Answer& answer) { raw->ask(letters, answer); }, true,
                parent),
      m_asker(std::move(asker))
{
}

} // namespace diakinisi::ui
