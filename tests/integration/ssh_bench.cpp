// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/ssh_bench.h"

#include <QDir>
#include <QLocalSocket>

namespace mediahelm::tests {

SshBench::SshBench(const SshdFixture &sshd)
    : m_sshd(sshd)
{
    settings.askpassProgram = QStringLiteral(MEDIAHELM_ASKPASS);
    settings.socketFolder = m_folder.filePath(QStringLiteral("s"));
    settings.environment = QProcessEnvironment::systemEnvironment();
    settings.extraArguments = sshd.clientArguments();
}

std::unique_ptr<transport::SshTransport> SshBench::make(transport::Questioner &questioner, const QString &user,
                                                        const QString &remoteSocket)
{
    return make(questioner, m_sshd.target(user), remoteSocket);
}

std::unique_ptr<transport::SshTransport> SshBench::make(transport::Questioner &questioner,
                                                        const base::SshTarget &target, const QString &remoteSocket)
{
    model::HostProfile profile;
    profile.id = base::HostId::parse(u"box").value();
    profile.address = model::EngineAddress::parse(target.url()).value();
    profile.remoteSocket = remoteSocket;
    return std::make_unique<transport::SshTransport>(profile, settings, questioner, m_clock, memory);
}

QStringList SshBench::socketsLeft() const
{
    return QDir(settings.socketFolder).entryList(QDir::System | QDir::Files | QDir::Hidden);
}

QStringList SshBench::sshLeft() const
{
    return processesNaming(m_sshd.file(QStringLiteral("ssh_config")));
}

QStringList SshBench::processesNaming(const QString &word)
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

QByteArray fetch(transport::Transport &transport, const QByteArray &request, const QByteArray &until)
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

TinyEngine::TinyEngine(const QString &path)
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

} // namespace mediahelm::tests
