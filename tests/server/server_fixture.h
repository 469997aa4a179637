// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/server.h"
#include "fakes/fake_control.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace mediahelm::tests {

// A server on a free port of loopback over the sample fleet, with a token.
class ServerFixture
{
public:
    ServerFixture();

    // Aborts the test by returning false; `edit` changes the options before.
    bool start(const std::function<void(server::ServerOptions &)> &edit = {});
    void writeToken(const QByteArray &token, QFileDevice::Permissions permissions);

    QByteArray host() const; // "127.0.0.1:PORT"
    QByteArray authorization() const { return "Authorization: Bearer " + token + "\r\n"; }
    // "GET target" with the Host, the token and further fields.
    QByteArray get(const QByteArray &target, const QByteArray &fields = {}) const;
    QByteArray handshake(const QByteArray &fields = {}, const QByteArray &target = "/api/v1/metrics") const;

    QTemporaryDir folder;
    QByteArray token = QByteArrayLiteral("0123456789abcdef0123456789abcdef");
    fakes::FakeControl fakes;
    base::SystemClock clock;
    server::ServerOptions options;
    std::unique_ptr<server::Server> server;
};

// A client that sends what it is told, byte for byte.
class RawClient
{
public:
    explicit RawClient(const ServerFixture &fixture);

    void send(const QByteArray &bytes);
    bool receives(const QByteArray &text); // within a while
    bool replies(); // a whole head and as much body as it says, within a while
    bool closes(); // the server ends the connection within a while
    int status() const; // of the first reply; 0 before
    QByteArray field(const QByteArray &name) const;
    QByteArray body() const;
    QJsonObject json() const;
    void take(); // forgets the first reply

    QTcpSocket socket;
    QByteArray received;

private:
    bool whole() const;
};

} // namespace mediahelm::tests
