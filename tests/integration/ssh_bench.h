// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transport/ssh_transport.h"
#include "integration/sshd_fixture.h"
#include "transport/scripted_questioner.h"

#include <QDir>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace mediahelm::tests {

// What a transport test stands on: transports through an sshd of its own, and what they left behind.
class SshBench
{
public:
    explicit SshBench(const SshdFixture &sshd)
        : m_sshd(sshd)
    {
        settings.askpassProgram = QStringLiteral(MEDIAHELM_ASKPASS);
        settings.socketFolder = m_folder.filePath(QStringLiteral("s"));
        settings.environment = QProcessEnvironment::systemEnvironment();
        settings.extraArguments = sshd.clientArguments();
    }

    std::unique_ptr<transport::SshTransport> make(transport::Questioner &questioner,
                                                  const QString &user = QStringLiteral("root"),
                                                  const QString &remoteSocket = {})
    {
        return make(questioner, m_sshd.target(user), remoteSocket);
    }
    std::unique_ptr<transport::SshTransport> make(transport::Questioner &questioner, const base::SshTarget &target,
                                                  const QString &remoteSocket = {})
    {
        model::HostProfile profile;
        profile.id = base::HostId::parse(u"box").value();
        profile.address = model::EngineAddress::parse(target.url()).value();
        profile.remoteSocket = remoteSocket;
        return std::make_unique<transport::SshTransport>(profile, settings, questioner, m_clock, memory);
    }

    QStringList socketsLeft() const
    {
        return QDir(settings.socketFolder).entryList(QDir::System | QDir::Files | QDir::Hidden);
    }
    // ssh processes whose command line names our configuration.
    static QStringList processesNaming(const QString &word)
    {
        QStringList found;
        for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
            if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
                const QByteArray words = file.readAll();
                if (words.startsWith("ssh") || words.contains("/ssh\0"))
                    if (words.contains(word.toUtf8()))
                        found << pid;
            }
        }
        return found;
    }
    QStringList sshLeft() const { return processesNaming(m_sshd.file(QStringLiteral("ssh_config"))); }

    transport::SshSettings settings;
    std::shared_ptr<transport::SshMemory> memory = std::make_shared<transport::SshMemory>();

private:
    const SshdFixture &m_sshd;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
};

// What became of one transport.
struct Outcome {
    explicit Outcome(transport::Transport &transport)
        : ready(&transport, &transport::Transport::ready)
        , failed(&transport, &transport::Transport::failed)
    {
    }
    bool over() const { return !ready.isEmpty() || !failed.isEmpty(); }
    QString problem() const { return failed.isEmpty() ? QString() : model::problemName(failure().problem); }
    transport::TransportFailure failure() const
    {
        return failed.value(0).value(0).value<transport::TransportFailure>();
    }
    QSignalSpy ready;
    QSignalSpy failed;
};

// The reply to a request sent over a stream, read until it has `until` or ends.
inline QByteArray fetch(transport::Transport &transport, const QByteArray &request, const QByteArray &until)
{
    const std::unique_ptr<transport::ByteStream> stream = transport.openStream();
    QByteArray reply;
    bool over = false;
    QObject::connect(stream.get(), &transport::ByteStream::readable, stream.get(), [&] { reply += stream->takeAll(); });
    QObject::connect(stream.get(), &transport::ByteStream::closed, stream.get(), [&] { over = true; });
    QObject::connect(stream.get(), &transport::ByteStream::failed, stream.get(), [&] { over = true; });
    stream->write(request);
    [[maybe_unused]] const bool done = QTest::qWaitFor([&] { return over || reply.contains(until); }, 10'000);
    return reply + stream->takeAll();
}

// Answers every request with one small reply; an engine as far as a transport is concerned.
class TinyEngine : public QLocalServer
{
public:
    explicit TinyEngine(const QString &path)
    {
        setListenBacklogSize(128);
        connect(this, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket *socket = nextPendingConnection()) {
                ++connections;
                connect(socket, &QLocalSocket::readyRead, socket, [socket] {
                    if (socket->readAll().contains("\r\n\r\n"))
                        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
                });
                connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        listen(path);
        QFile::setPermissions(path, QFile::Permissions(0x6666)); // for every account
    }
    int connections = 0;
};

inline constexpr char pingRequest[] = "GET /_ping HTTP/1.1\r\nHost: d\r\n\r\n";

} // namespace mediahelm::tests
