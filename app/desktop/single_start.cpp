// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_start.h"

#include "core/base/durable_file.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <unistd.h>

namespace mediahelm::app {

namespace {

Q_LOGGING_CATEGORY(log, "mediahelm.app.start", QtWarningMsg)

constexpr int mostWaiting = 8;
constexpr qint64 longestLine = 1024;
constexpr std::chrono::seconds patience{3}; // with one that connected and says nothing
const QByteArray wish = QByteArrayLiteral("show");
const QByteArray answer = QByteArrayLiteral("shown\n");

// What goes on in a token is the desktop's business, but it is one word.
bool isToken(const QByteArray &token)
{
    return std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

// Nobody else can put a socket there.
bool isOurs(const QString &folder)
{
    const QFileInfo info(folder);
    constexpr auto others = QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return info.isDir() && !info.isSymLink() && info.ownerId() == ::geteuid() && !(info.permissions() & others);
}

} // namespace

SingleStart::SingleStart(const QString &folder, const QString &name, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_path(folder + QLatin1Char('/') + name)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostWaiting);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleStart::onConnection);
}

SingleStart::~SingleStart()
{
    m_server.close(); // before the lock goes: who is next finds nothing of ours
}

QString SingleStart::nameFor(const QString &settingsFile)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *variable : {"WAYLAND_DISPLAY", "DISPLAY"}) {
        hash.addData(qgetenv(variable));
        hash.addData(QByteArrayLiteral("\n"));
    }
    hash.addData(settingsFile.toUtf8());
    return QStringLiteral("desktop-") + QString::fromLatin1(hash.result().toHex().left(16));
}

bool SingleStart::claim()
{
    const base::Status made = base::makePrivateFolder(m_folder);
    if (!made || !isOurs(m_folder)) {
        qCWarning(log) << "cannot tell whether a window is open:" << m_folder << "is not ours alone";
        return true;
    }
    m_lock.reset(); // of an earlier try
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
    // A window may be open for months; the lock of a process that is gone is taken over all the same.
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0)) {
        listen();
        return true;
    }
    return m_lock->error() != QLockFile::LockFailedError;
}

void SingleStart::listen()
{
    const QString path = m_path + QStringLiteral(".sock");
    QLocalServer::removeServer(path); // we have the lock: nobody listens there any more
    if (!m_server.listen(path))
        qCWarning(log) << "a second start will open a second window:" << m_server.errorString();
}

void SingleStart::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestLine);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onLine(socket); });
        QTimer::singleShot(patience, socket, &QLocalSocket::abort);
        onLine(socket);
    }
}

void SingleStart::onLine(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestLine)
            socket->abort();
        return;
    }
    const QByteArray line = socket->readLine(longestLine).trimmed();
    const QByteArray token = line.mid(wish.size()).trimmed();
    if (line.left(wish.size()) != wish || !isToken(token)) {
        socket->abort();
        return;
    }
    Q_EMIT showAsked(token);
    socket->write(answer);
    socket->disconnectFromServer(); // when it is written
}

void SingleStart::handOver(const QByteArray &token, std::chrono::milliseconds deadline)
{
    auto *socket = new QLocalSocket(this);
    // Whatever comes first: the answer, an error, the end, the deadline.
    const auto end = [this, socket](bool answered) {
        if (!socket->property("ended").isNull())
            return;
        socket->setProperty("ended", true);
        socket->deleteLater();
        answered ? Q_EMIT handedOver() : Q_EMIT unanswered();
    };
    connect(socket, &QLocalSocket::connected, this, [socket, token] {
        socket->write(isToken(token) && !token.isEmpty() ? wish + ' ' + token + '\n' : wish + '\n');
    });
    connect(socket, &QLocalSocket::readyRead, this, [socket, end] {
        if (socket->canReadLine())
            end(socket->readLine(longestLine) == answer);
    });
    connect(
        socket, &QLocalSocket::errorOccurred, this, [end] { end(false); }, Qt::QueuedConnection);
    QTimer::singleShot(deadline, socket, [end] { end(false); });
    socket->connectToServer(m_path + QStringLiteral(".sock"));
}

} // namespace mediahelm::app
