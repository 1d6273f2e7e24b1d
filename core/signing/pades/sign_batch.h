#pragma once
#include "signing/pades/sign_pdf.h"

#include <functional>
#include <memory>
#include <vector>

namespace diakinisi::signing {

/// One file of a batch, opened when its turn comes.
struct BatchFile {
    std::unique_ptr<QIODevice> from;
    std::unique_ptr<QIODevice> to;
    SignOptions options;
};

struct BatchOutcome {
    std::optional<SignedPdf> made; ///< accepted
    std::optional<Error> problem;  ///< else why not; Cancelled for those that were not begun
};

/// What a batch asks its owner for; all called on the thread that called signBatch().
struct BatchSteps {
    /// Opens the file with this index. An error is that file's outcome and stops nothing else.
    std::function<Result<BatchFile>(std::size_t)> open;
    /// The file is signed and has checked itself: keep it. An error is that file's outcome.
    std::function<Done(std::size_t, BatchFile&, const SignedPdf&)> accept;
    /// The key is not asked any more: it may be logged out while the network still works. May be empty.
    std::function<void()> keyDone{};
    /// This is the file's outcome, told as soon as it is known. May be empty.
    std::function<void(std::size_t, const BatchOutcome&)> concluded{};
};

/// Signs one file after the other with a key that is open already: one PIN for all. While the key signs the next one,
/// timestamps and revocation data of the former ones are fetched by other threads (at most four at a time). An error of
/// one file stops nothing else, but one that the key would repeat (PinWrong, PinLocked, TokenMissing) is the outcome
/// of all the rest. `stop` begins no other file; what the key has signed is still finished, within five seconds.
/// Progress counts files. The outcomes stand in the order of the files.
std::vector<BatchOutcome> signBatch(std::size_t count, const BatchSteps& steps, SigningKey& key, const pdf::Font* font,
                                    std::stop_token stop, Progress& progress);

/// The indices of those that were not signed, for 'the rest again'.
std::vector<std::size_t> restOf(const std::vector<BatchOutcome>& outcomes);

} // namespace diakinisi::signing
