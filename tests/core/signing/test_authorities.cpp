#include "test_authorities.h"

namespace diakinisi::samples {

namespace {

std::vector<signing::TimestampAuthority> listOf(const TestAuthorities& authorities, const QStringList& paths,
                                                const QString& policy)
{
    std::vector<signing::TimestampAuthority> list;
    for (const QString& path : paths)
        list.push_back({authorities.url(path), policy});
    return list;
}

} // namespace

TestAuthorities::TestAuthorities(quint16 port)
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    start(port);
    m_address = QStringLiteral("http://127.0.0.1:%1").arg(m_port);
    m_authority = std::make_unique<Authority>(m_address);
}

void TestAuthorities::start(quint16 port)
{
    m_server.start(QStringLiteral("python3"),
                   {QStringLiteral(TEST_AUTHORITIES), m_folder.path(), QString::number(port)});
    if (!m_server.waitForStarted() || !m_server.waitForReadyRead(20'000))
        qFatal("the test's authorities do not start");
    m_port = m_server.readLine().trimmed().toUShort();
}

TestAuthorities::~TestAuthorities()
{
    away();
}

void TestAuthorities::away()
{
    m_server.closeWriteChannel(); // it ends with its input
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
    m_server.waitForFinished(1'000);
}

int TestAuthorities::count(const QString& path)
{
    signing::HttpFetcher fetcher({.privateAddresses = true});
    return fetcher.fetch({.url = url(QStringLiteral("count/") + path)}, {}).value_or(QByteArray("-1")).toInt();
}

SigningHelp::SigningHelp(TestAuthorities& authorities, const QStringList& paths, const QString& policy)
    : timestamps(fetcher, clock, random, listOf(authorities, paths, policy))
{
}

signing::Authorities SigningHelp::all()
{
    return {&timestamps, &revocation, {}};
}

} // namespace diakinisi::samples
