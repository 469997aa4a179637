// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/control/control.h"
#include "core/server/server_options.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <memory>

namespace mediahelm::server {

// The headless face: front door, REST and the metrics feed over the seam. Owned by the composition root, which also
// owns what the Control refers to and the clock, and lets both outlive this; main thread.
class Server final : public QObject
{
    Q_OBJECT

public:
    Server(ServerOptions options, control::Control control, const base::Clock &clock, QObject *parent = nullptr);
    ~Server() override;

    // Reads the token, binds and accepts from then on. Errors name the address:
    //   invalid      the configuration is wrong: no IP literal, a broken token file, an address other than loopback
    //                without a token (sysexits 78)
    //   refused      not permitted, as for a port below 1024 (77)
    //   conflict     the port is in use (69)
    //   unreachable  the machine has no such address, or none of its family (69)
    //   io           anything else the system says (71)
    base::Status listen();

    // Reads the token again and takes the allowed hosts and origins of `options`; address, port and limits stay until a
    // restart. Fails closed: with a token file that cannot be used, the API answers nobody until the next reload, and
    // the error says why. Clients of the feed that joined with another token are closed (1008). Errors: invalid.
    base::Status reload(const ServerOptions &options);

    // Accepts nobody further, closes feed clients with 1001 and idle connections, lets replies under way finish, and
    // emits stopped() when all is gone, after at most 3 s. A second call ends the wait at once.
    void stop();

    // Where it listens, for people and tests: "127.0.0.1:3000", "[::1]:3000"; empty while it does not.
    QString address() const;
    quint16 port() const; // 0 while not listening
    int connections() const; // HTTP connections open now
    int feedClients() const;

    // What answers only to the token, as "GET /api/v1/services/{id}"; all else that exists is open.
    QList<QByteArray> tokenPaths() const;
    QList<QByteArray> openPaths() const;

Q_SIGNALS:
    void stopped();

private:
    void onEnded();
    void endStop();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace mediahelm::server
