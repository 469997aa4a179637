// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/fake_request.h"

#include <QList>

#include <chrono>
#include <optional>

namespace mediahelm::fakes {

// What goes wrong with the requests whose path matches: the exact path without the version ("/containers/json"), or
// one that ends in '*'. A plain value.
struct FakeFault {
    enum class Kind {
        answer, // status and body instead of the engine's own reply
        hang, // the request is read and never answered
        delay, // answered later
        cut, // the reply ends after `bytes` of its body, and so does the connection
        chop, // the reply is sent in pieces of `bytes`
        badJson, // status 200 and a body that is not JSON
        reset, // the connection ends without a reply
    };

    Kind kind = Kind::hang;
    QString path = QStringLiteral("*");
    QByteArray method; // empty for any
    int times = -1; // how many requests it hits; -1 for all
    int status = 500;
    QByteArray body;
    int bytes = 0;
    std::chrono::milliseconds wait{0};

    bool matches(const FakeRequest &request) const;
};

// The faults that are set; the last one set that matches wins. A value type.
class FakeFaults
{
public:
    void add(const FakeFault &fault) { m_faults += fault; }
    void clear() { m_faults.clear(); }

    void hang(const QString &path, int times = -1);
    void answer(const QString &path, int status, const QByteArray &body, int times = -1);
    // As the engine words an error: {"message": ...}
    void fail(const QString &path, int status, const QString &message, int times = -1);
    void delay(const QString &path, std::chrono::milliseconds wait, int times = -1);
    void cut(const QString &path, int afterBytes, int times = -1);
    void chop(const QString &path, int pieceBytes, int times = -1);
    void badJson(const QString &path, int times = -1);
    void reset(const QString &path, int times = -1);

    // The fault for this request, counted as used.
    std::optional<FakeFault> take(const FakeRequest &request);

private:
    QList<FakeFault> m_faults;
};

} // namespace mediahelm::fakes
