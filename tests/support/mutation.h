#pragma once
#include <QByteArray>
#include <QString>

#include <random>

namespace diakinisi::test {

/// Injures texts by chance, the same way for the same seed; the seed is said in the test's output.
class Mutator
{
public:
    /// DIAKINISI_SEED, if it is set, in the place of `usual`.
    explicit Mutator(std::uint32_t usual)
    {
        bool good = false;
        const auto given = qEnvironmentVariable("DIAKINISI_SEED").toUInt(&good);
        const std::uint32_t seed = good ? given : usual;
        qInfo("seed %u (DIAKINISI_SEED sets another)", seed);
        m_engine.seed(seed);
    }

    /// 0 to count - 1.
    qsizetype below(qsizetype count) { return static_cast<qsizetype>(m_engine() % static_cast<std::uint64_t>(count)); }

    /// One to four small injuries: bytes changed, cut out, doubled, or put in from what JSON is made of.
    QByteArray injured(QByteArray bytes)
    {
        for (qsizetype injuries = 1 + below(4); injuries > 0 && !bytes.isEmpty(); --injuries)
            injure(bytes, below(bytes.size()));
        return bytes;
    }

private:
    char piece()
    {
        static constexpr char pieces[] = "{}[]\",:\\u0eE+-.19tfn \x00\x1f\xc3\xed\xa0\xff";
        return pieces[below(sizeof pieces - 1)];
    }
    void injure(QByteArray& bytes, qsizetype at)
    {
        switch (below(5)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            bytes[at] = piece();
            break;
        case 2:
            bytes.insert(at, piece());
            break;
        case 3:
            bytes.remove(at, 1 + below(12));
            break;
        default:
            bytes.insert(below(bytes.size()), bytes.mid(at, 1 + below(40)));
        }
    }

    std::mt19937 m_engine;
};

} // namespace diakinisi::test
