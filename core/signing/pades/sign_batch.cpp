#include "signing/pades/sign_batch.h"

#include "signing/pades/pending_signature.h"

#include <QIODevice>

#include <algorithm>
#include <chrono>
#include <deque>
#include <future>

namespace diakinisi::signing {

namespace {

using namespace std::chrono_literals;
constexpr std::size_t mostInFlight = 4;
constexpr auto patienceAfterStop = 5s;

/// The key will say the same again, or must not be asked again.
bool endsAll(ErrorCode code)
{
    return code == ErrorCode::PinWrong || code == ErrorCode::PinLocked || code == ErrorCode::TokenMissing;
}

class Batch
{
public:
    Batch(std::size_t count, const BatchSteps& steps, SigningKey& key, const pdf::Font* font, std::stop_token stop,
          Progress& progress)
        : m_outcomes(count),
          m_steps(steps),
          m_key(key),
          m_font(font),
          m_stop(std::move(stop)),
          m_progress(progress)
    {
    }

    std::vector<BatchOutcome> run()
    {
        std::optional<Error> end;
        for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
            if (!end && m_stop.stop_requested())
                end = Error{ErrorCode::Cancelled, {}, {}};
            if (end) {
                conclude(i, fail(*end));
                continue;
            }
            if (const Done begun = begin(i); !begun) {
                if (endsAll(begun.error().code))
                    end = begun.error();
                conclude(i, fail(begun.error()));
            }
            collect(mostInFlight - 1);
        }
        if (m_steps.keyDone)
            m_steps.keyDone();
        collect(0);
        return std::move(m_outcomes);
    }

private:
    struct Flight {
        std::size_t index = 0;
        BatchFile file;
        std::unique_ptr<PendingSignature> pending;
        std::future<Result<SignedPdf>> finished;
    };

    Done begin(std::size_t index)
    {
        Result<BatchFile> file = m_steps.open(index);
        if (!file)
            return fail(file.error());
        Progress quiet;
        Result<std::unique_ptr<PendingSignature>> pending =
            PendingSignature::begin(*file->from, *file->to, m_key, file->options, m_font, m_cut.get_token(), quiet);
        if (!pending)
            return fail(pending.error());
        Flight flight{index, std::move(*file), std::move(*pending), {}};
        PendingSignature& own = *flight.pending;
        // A signature without authorities is finished here and now: another thread would only cost time.
        const auto how = flight.file.options.level == Level::BB ? std::launch::deferred : std::launch::async;
        flight.finished = std::async(how, [&own, cut = m_cut.get_token()] { return own.finish(cut); });
        m_flights.push_back(std::move(flight));
        return {};
    }

    /// Takes over what is finished, in order; waits until no more than `left` are under way.
    void collect(std::size_t left)
    {
        while (!m_flights.empty()) {
            Flight& first = m_flights.front();
            const bool must = m_flights.size() > left;
            if (!must && first.finished.wait_for(0s) == std::future_status::timeout)
                return;
            await(first.finished);
            Result<SignedPdf> made = first.finished.get();
            first.pending.reset();
            if (made)
                if (const Done kept = m_steps.accept(first.index, first.file, *made); !kept)
                    made = fail(kept.error());
            conclude(first.index, std::move(made));
            m_flights.pop_front();
        }
    }

    /// Five seconds after a stop the network is no longer waited for.
    void await(const std::future<Result<SignedPdf>>& finished)
    {
        while (finished.wait_for(50ms) == std::future_status::timeout) {
            if (!m_stop.stop_requested())
                continue;
            if (!m_stopped)
                m_stopped = std::chrono::steady_clock::now();
            if (std::chrono::steady_clock::now() - *m_stopped > patienceAfterStop)
                m_cut.request_stop();
        }
    }

    void conclude(std::size_t index, Result<SignedPdf> made)
    {
        if (made)
            m_outcomes[index].made = std::move(*made);
        else
            m_outcomes[index].problem = made.error();
        if (m_steps.concluded)
            m_steps.concluded(index, m_outcomes[index]);
        m_progress.report(++m_done, static_cast<std::int64_t>(m_outcomes.size()));
    }

    std::vector<BatchOutcome> m_outcomes;
    const BatchSteps& m_steps;
    SigningKey& m_key;
    const pdf::Font* m_font;
    std::stop_token m_stop;
    Progress& m_progress;
    std::stop_source m_cut;
    std::optional<std::chrono::steady_clock::time_point> m_stopped;
    std::deque<Flight> m_flights;
    std::int64_t m_done = 0;
};

} // namespace

std::vector<BatchOutcome> signBatch(std::size_t count, const BatchSteps& steps, SigningKey& key, const pdf::Font* font,
                                    std::stop_token stop, Progress& progress)
{
    return Batch(count, steps, key, font, std::move(stop), progress).run();
}

std::vector<std::size_t> restOf(const std::vector<BatchOutcome>& outcomes)
{
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        if (!outcomes[i].made)
            rest.push_back(i);
    return rest;
}

} // namespace diakinisi::signing
