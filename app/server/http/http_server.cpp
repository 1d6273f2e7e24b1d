#include "server/http/http_server.h"

#include "server/http/connection.h"
#include "server/http/tls.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <thread>

namespace diakinisi::server {

namespace asio = boost::asio;
using asio::ip::tcp;

struct HttpServer::State {
    template <class... Args>
    explicit State(Args&&... args) : shared(std::forward<Args>(args)...)
    {
    }

    Done listen();
    void accept();
    void onAccepted(const boost::system::error_code& error, tcp::socket socket);
    /// Counts the connection in, unless there are too many.
    std::shared_ptr<Connection> admitted(tcp::socket socket);
    std::vector<std::shared_ptr<Connection>> living();

    HttpShared shared;
    asio::io_context context;
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    tcp::acceptor acceptor{context};
    quint16 port = 0;
    std::vector<std::jthread> threads;
};

Done HttpServer::State::listen()
{
    boost::system::error_code error;
    const auto address = asio::ip::make_address(shared.settings.address.toStdString(), error);
    if (error)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("listen"), QString::fromStdString(error.message()));
    const tcp::endpoint endpoint(address, shared.settings.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(ErrorCode::ServerUnreachable, shared.settings.address, QString::fromStdString(error.message()));
    port = acceptor.local_endpoint(error).port();
    return {};
}

void HttpServer::State::accept()
{
    acceptor.async_accept(
        asio::make_strand(context),
        [this](const boost::system::error_code& error, tcp::socket socket) { onAccepted(error, std::move(socket)); });
}

void HttpServer::State::onAccepted(const boost::system::error_code& error, tcp::socket socket)
{
    if (shared.stopping || error == asio::error::operation_aborted)
        return;
    if (error) // out of file descriptors, most likely: those who are here go first
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    else if (const auto connection = admitted(std::move(socket)))
        connection->start();
    else
        ++shared.metrics.connectionsRefused;
    accept();
}

std::shared_ptr<Connection> HttpServer::State::admitted(tcp::socket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return nullptr;
    socket.set_option(tcp::no_delay(true), error);
    const QByteArray address = QByteArray::fromStdString(endpoint.address().to_string());
    const std::lock_guard lock(shared.mutex);
    int& count = shared.perAddress[address];
    if (static_cast<int>(shared.connections.size()) >= shared.settings.limits.connections ||
        count >= shared.settings.limits.connectionsPerAddress)
        return nullptr;
    ++count;
    auto connection = std::make_shared<Connection>(shared, std::move(socket), shared.tls, address);
    shared.connections.insert(connection.get());
    return connection;
}

std::vector<std::shared_ptr<Connection>> HttpServer::State::living()
{
    std::vector<std::shared_ptr<Connection>> result;
    const std::lock_guard lock(shared.mutex);
    for (Connection* connection : shared.connections)
        if (auto held = connection->weak_from_this().lock())
            result.push_back(std::move(held));
    return result;
}

HttpServer::HttpServer(HttpSettings settings, Service& service, Lane& work, IdSource& ids, const Clock& clock, Log& log,
                       Metrics& metrics)
    : m_state(std::make_unique<State>(std::move(settings), service, work, ids, clock, log, metrics))
{
}

HttpServer::~HttpServer()
{
    stop(std::chrono::seconds(0));
}

Done HttpServer::start()
{
    if (const Done certificate = reloadCertificate(); !certificate)
        return certificate;
    if (const Done listening = m_state->listen(); !listening)
        return listening;
    m_state->accept();
    for (unsigned i = 0; i < m_state->shared.settings.networkThreads; ++i)
        m_state->threads.emplace_back([state = m_state.get()] { state->context.run(); });
    return {};
}

quint16 HttpServer::port() const
{
    return m_state->port;
}

Done HttpServer::reloadCertificate()
{
    HttpShared& shared = m_state->shared;
    auto tls = tlsContext(shared.settings.certificateChain, shared.settings.privateKey);
    if (!tls)
        return fail(tls.error());
    const std::lock_guard lock(shared.mutex);
    shared.tls = std::move(*tls);
    return {};
}

void HttpServer::stop(std::chrono::seconds patience)
{
    if (m_state->shared.stopping.exchange(true))
        return;
    asio::post(m_state->context, [state = m_state.get()] {
        boost::system::error_code ignored;
        state->acceptor.close(ignored);
    });
    for (const auto& connection : m_state->living())
        connection->stop();
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!m_state->living().empty() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (const auto& connection : m_state->living())
        connection->abandon();
    m_state->guard.reset();
    m_state->context.stop();
    m_state->threads.clear();
}

} // namespace diakinisi::server
