// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/transport/transport_factory.h"

#include <QLocalSocket>
#include <QPointer>

#include <deque>

namespace mediahelm::tests {

// A stream over a unix socket, as plain as can be. It may be destroyed in a slot of its own signals.
class SocketStream final : public transport::ByteStream
{
    Q_OBJECT

public:
    explicit SocketStream(const QString &path)
        : m_socket(new QLocalSocket)
    {
        connect(m_socket, &QLocalSocket::connected, this, [this] {
            m_socket->write(std::exchange(m_early, {}));
            Q_EMIT opened();
        });
        connect(m_socket, &QLocalSocket::readyRead, this, &SocketStream::readable);
        connect(m_socket, &QLocalSocket::bytesWritten, this, &SocketStream::bytesWritten);
        connect(m_socket, &QLocalSocket::disconnected, this, [this] { end(std::nullopt); });
        connect(m_socket, &QLocalSocket::errorOccurred, this, [this](QLocalSocket::LocalSocketError error) {
            if (error != QLocalSocket::PeerClosedError)
                end(base::Error{base::ErrorKind::unreachable, QStringLiteral("no connection"),
                                m_socket->errorString()});
        });
        QMetaObject::invokeMethod(
            this, [this, path] { m_socket->connectToServer(path); }, Qt::QueuedConnection);
    }
    ~SocketStream() override
    {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
    }

    void write(const QByteArray &bytes) override
    {
        if (m_socket->state() == QLocalSocket::ConnectedState)
            m_socket->write(bytes);
        else
            m_early += bytes;
    }
    void finishWriting() override { }
    QByteArray takeAll() override { return m_socket->readAll(); }
    void setReadLimit(qint64 bytes) override { m_socket->setReadBufferSize(bytes); }
    qint64 bytesToWrite() const override { return m_socket->bytesToWrite() + m_early.size(); }

private:
    void end(const std::optional<base::Error> &error)
    {
        if (std::exchange(m_ended, true))
            return;
        if (error)
            Q_EMIT failed(*error);
        else
            Q_EMIT closed();
    }

    QLocalSocket *m_socket; // deleted a turn after us
    QByteArray m_early; // written before the socket was connected
    bool m_ended = false;
};

// What attempts come to: an attempt ends as the next entry says, or, when none is left, reaches the socket.
struct Script {
    QString socketPath;
    std::deque<transport::TransportFailure> failures; // of start(), one an attempt
    transport::TransportFailure found; // by diagnose()
    bool never = false; // start() leads nowhere
    bool nearby = false; // a socket of this machine
    bool diagnosisHangs = false;
    QByteArray hostCounters; // empty: unsupported
    int attempts = 0;
    int alive = 0;
    int diagnoses = 0;
    int hostReads = 0;
};

class ScriptedTransport final : public transport::Transport
{
    Q_OBJECT

public:
    explicit ScriptedTransport(Script &script)
        : m_script(script)
    {
        ++m_script.attempts;
        ++m_script.alive;
    }
    ~ScriptedTransport() override { --m_script.alive; }

    void start() override
    {
        if (m_script.never)
            return;
        std::optional<transport::TransportFailure> failure;
        if (!m_script.failures.empty()) {
            failure = m_script.failures.front();
            m_script.failures.pop_front();
        }
        QMetaObject::invokeMethod(
            this,
            [this, failure] {
                if (failure)
                    Q_EMIT failed(*failure);
                else
                    Q_EMIT ready();
            },
            Qt::QueuedConnection);
    }
    std::unique_ptr<transport::ByteStream> openStream() override
    {
        return std::make_unique<SocketStream>(m_script.socketPath);
    }
    bool isNearby() const override { return m_script.nearby; }
    QFuture<base::Result<transport::TransportFailure>> diagnose() override
    {
        ++m_script.diagnoses;
        if (m_script.diagnosisHangs)
            return m_endless.future();
        return base::finishedWith<transport::TransportFailure>(m_script.found);
    }
    QFuture<base::Result<QByteArray>> readHostCounters() override
    {
        ++m_script.hostReads;
        if (m_script.hostCounters.isEmpty())
            return base::finishedWith<QByteArray>(base::Error{base::ErrorKind::unsupported, {}, {}});
        return base::finishedWith<QByteArray>(m_script.hostCounters);
    }

private:
    Script &m_script;
    base::Pending<transport::TransportFailure> m_endless;
};

// Each host after its own script. Owned by the test; one thread.
class ScriptedTransports final : public transport::TransportFactory
{
public:
    Script &of(const QString &host) { return m_scripts[host]; }
    std::unique_ptr<transport::Transport> create(const model::HostProfile &profile) override
    {
        auto transport = std::make_unique<ScriptedTransport>(of(profile.id.text()));
        m_last = transport.get();
        return transport;
    }
    ScriptedTransport *last() const { return m_last; } // null when it is gone

private:
    std::map<QString, Script> m_scripts;
    QPointer<ScriptedTransport> m_last;
};

} // namespace mediahelm::tests
