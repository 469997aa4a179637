// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_fixture.h"

#include "fakes/sample_fleet.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTest>

namespace mediahelm::tests {

ServerFixture::ServerFixture()
{
    fakes::fillSampleFleet(fakes);
    options.port = 0;
    options.tokenFile = folder.filePath(QStringLiteral("token"));
    writeToken(token + '\n', QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void ServerFixture::writeToken(const QByteArray &content, QFileDevice::Permissions permissions)
{
    QFile file(options.tokenFile);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(content);
        file.setPermissions(permissions);
    }
}

bool ServerFixture::start(const std::function<void(server::ServerOptions &)> &edit)
{
    if (edit)
        edit(options);
    server = std::make_unique<server::Server>(options, fakes.control(), clock);
    const base::Status status = server->listen();
    if (!status)
        qWarning("%s", qPrintable(status.error().message + QLatin1Char(' ') + status.error().detail));
    return status.ok();
}

QByteArray ServerFixture::host() const
{
    return "127.0.0.1:" + QByteArray::number(server->port());
}

QByteArray ServerFixture::get(const QByteArray &target, const QByteArray &fields) const
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n" + authorization() + fields + "\r\n";
}

QByteArray ServerFixture::handshake(const QByteArray &fields, const QByteArray &target) const
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + fields + "\r\n";
}

RawClient::RawClient(const ServerFixture &fixture)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), fixture.server->port());
}

void RawClient::send(const QByteArray &bytes)
{
    // One that was refused will not be connected any more: no sense in waiting for it.
    const auto decided = [this] {
        return socket.state() == QAbstractSocket::ConnectedState || socket.state() == QAbstractSocket::UnconnectedState;
    };
    if (!QTest::qWaitFor(decided) || socket.state() != QAbstractSocket::ConnectedState)
        return;
    socket.write(bytes);
    socket.flush();
}

bool RawClient::receives(const QByteArray &text)
{
    return QTest::qWaitFor([&] { return received.contains(text); });
}

bool RawClient::whole() const
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    return end >= 0 && received.size() >= end + 4 + field("Content-Length").toLongLong();
}

bool RawClient::replies()
{
    return QTest::qWaitFor([this] { return whole(); });
}

bool RawClient::closes()
{
    return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; }, 8000);
}

int RawClient::status() const
{
    return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0;
}

QByteArray RawClient::field(const QByteArray &name) const
{
    const QByteArray head = "\r\n" + received.first(std::max<qsizetype>(received.indexOf("\r\n\r\n"), 0)) + "\r\n";
    const qsizetype start = head.toLower().indexOf("\r\n" + name.toLower() + ':');
    if (start < 0)
        return {};
    const qsizetype value = start + 3 + name.size();
    return head.mid(value, head.indexOf("\r\n", value) - value).trimmed();
}

QByteArray RawClient::body() const
{
    return received.mid(received.indexOf("\r\n\r\n") + 4, field("Content-Length").toLongLong());
}

QJsonObject RawClient::json() const
{
    return QJsonDocument::fromJson(body()).object();
}

void RawClient::take()
{
    received.remove(0, received.indexOf("\r\n\r\n") + 4 + field("Content-Length").toLongLong());
}

} // namespace mediahelm::tests
