// SPDX-License-Identifier: GPL-3.0-or-later
//
// SshTransport::diagnose(): why an engine does not answer although the forward stands.

#include "core/transport/socket_stream.h"
#include "core/transport/ssh_failure.h"
#include "core/transport/ssh_transport.h"

namespace mediahelm::transport {

using base::Pending;
using base::Result;
using P = model::ConnectionProblem;

namespace {

constexpr std::chrono::milliseconds recent{10'000};
constexpr std::chrono::milliseconds requestDeadline{8'000};
constexpr std::chrono::milliseconds probeDeadline{3'000};

} // namespace

QFuture<Result<TransportFailure>> SshTransport::diagnose()
{
    if (!m_ready || m_over)
        return base::finishedWith<TransportFailure>(TransportFailure{});
    if (!m_session) {
        TransportFailure failure;
        if (openFailedSince(m_clock.monotonic() - recent))
            failure = {
                P::noEngine,
                QStringLiteral("%1 cannot be opened there; why cannot be told, as the host runs no command for us")
                    .arg(m_remoteSocket)};
        return base::finishedWith<TransportFailure>(failure);
    }
    Pending<TransportFailure> verdict;
    const QFuture<Result<TransportFailure>> future = verdict.future();
    m_session->request("diagnose", m_remoteSocket, requestDeadline)
        .then(this, [this, verdict = std::move(verdict)](const Result<QByteArray> &reply) mutable {
            judge(reply, std::move(verdict));
        });
    return future;
}

void SshTransport::judge(const Result<QByteArray> &reply, Pending<TransportFailure> verdict)
{
    if (m_over)
        return;
    if (!reply)
        return verdict.finish(TransportFailure{P::timeout, reply.error().message});
    const TransportFailure failure =
        judgeRemoteSocket(parseRemoteFacts(*reply), m_remoteSocket, openFailedSince(m_clock.monotonic() - recent));
    if (failure.problem == P::forwardingRefused)
        return confirmRefusal(failure, std::move(verdict));
    if (failure.problem != P::none)
        m_memory->remoteSocket.clear(); // the next attempt looks for it anew
    verdict.finish(failure);
}

// A refusal stops all trying, so it is not concluded from an engine that was starting just then: the stream is tried
// again after somebody was seen to listen.
void SshTransport::confirmRefusal(const TransportFailure &suspicion, Pending<TransportFailure> verdict)
{
    class Trial final : public QObject
    {
    public:
        Trial(std::unique_ptr<ByteStream> stream, QObject *parent)
            : QObject(parent)
            , m_stream(std::move(stream))
        {
        }
        std::unique_ptr<ByteStream> m_stream;
        Pending<TransportFailure> m_verdict;
    };

    auto *trial = new Trial(openStream(), this);
    trial->m_verdict = std::move(verdict);
    const std::chrono::milliseconds begun = m_clock.monotonic();
    const auto finish = [this, trial, begun, suspicion] {
        trial->m_stream->disconnect(trial);
        trial->deleteLater();
        trial->m_verdict.finish(openFailedSince(begun) ? suspicion : TransportFailure{});
    };
    // ssh reports first and closes then, on two channels: the report may be read a little later.
    const auto soon = [trial, finish] { QTimer::singleShot(std::chrono::milliseconds(200), trial, finish); };
    connect(trial->m_stream.get(), &ByteStream::closed, trial, soon);
    connect(trial->m_stream.get(), &ByteStream::failed, trial, soon);
    QTimer::singleShot(probeDeadline, trial, finish);
}

} // namespace mediahelm::transport
