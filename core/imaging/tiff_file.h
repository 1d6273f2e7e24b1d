#pragma once
#include "imaging/decode.h"

namespace diakinisi::imaging {

/// A TIFF file open for reading, over libtiff; its errors stay values, its single allocations are bounded.
class TiffFile
{
public:
    /// `device` must outlive this. ImageUnreadable.
    static Result<std::unique_ptr<TiffFile>> open(QIODevice& device);
    ~TiffFile();
    TiffFile(const TiffFile&) = delete;
    TiffFile& operator=(const TiffFile&) = delete;

    /// The measures of every frame. LimitExceeded, ImageUnreadable.
    Result<std::vector<ImageFrame>> frames(const DecodeLimits& limits);
    /// The pixels of one frame, as the file has them (gray or colour). NotFound, LimitExceeded, ImageUnreadable.
    Result<QImage> decode(int frame, const DecodeLimits& limits);

private:
    struct State;
    explicit TiffFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::imaging
