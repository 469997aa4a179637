// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace mediahelm::transport {

// The talk with the remote session (ssh_remote_script.h): requests in order, replies in the same order. Knows no
// process: bytes come in by feed() and go out by the function given. Owned by the transport; its thread.
class SshRemoteSession final : public QObject
{
    Q_OBJECT

public:
    explicit SshRemoteSession(std::function<void(const QByteArray &)> send);

    void feed(const QByteArray &bytes);
    bool isGreeted() const { return m_greeted; }
    // May be called before the greeting. At most 16 wait; the reply at most 1 MiB. Errors: timeout, conflict (too many
    // requests), unreachable after end(), invalid.
    QFuture<base::Result<QByteArray>> request(const QByteArray &verb, const QString &argument,
                                              std::chrono::milliseconds deadline);
    // The process is gone: what waits fails.
    void end();

Q_SIGNALS:
    void heard(); // a reply came, wanted or not

private:
    struct Request {
        quint64 id = 0;
        base::Pending<QByteArray> reply;
        std::unique_ptr<QTimer> deadline;
    };

    void takeLine(const QByteArray &line);
    void expire(quint64 id);

    std::function<void(const QByteArray &)> m_send;
    QByteArray m_input;
    QByteArray m_reply;
    std::deque<Request> m_requests; // one that timed out keeps its place until its reply comes
    quint64 m_lastId = 0;
    bool m_greeted = false;
    bool m_tooLong = false;
    bool m_ended = false;
};

} // namespace mediahelm::transport
