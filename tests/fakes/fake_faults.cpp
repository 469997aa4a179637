// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fake_faults.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::fakes {

namespace {

FakeFault fault(FakeFault::Kind kind, const QString &path, int times)
{
    FakeFault made;
    made.kind = kind;
    made.path = path;
    made.times = times;
    return made;
}

} // namespace

bool FakeFault::matches(const FakeRequest &request) const
{
    if (times == 0 || (!method.isEmpty() && method != request.method))
        return false;
    return path.endsWith(QLatin1Char('*')) ? request.path.startsWith(path.chopped(1)) : request.path == path;
}

void FakeFaults::hang(const QString &path, int times)
{
    add(fault(FakeFault::Kind::hang, path, times));
}

void FakeFaults::answer(const QString &path, int status, const QByteArray &body, int times)
{
    FakeFault made = fault(FakeFault::Kind::answer, path, times);
    made.status = status;
    made.body = body;
    add(made);
}

void FakeFaults::fail(const QString &path, int status, const QString &message, int times)
{
    const QJsonObject error{{QStringLiteral("message"), message}};
    answer(path, status, QJsonDocument(error).toJson(QJsonDocument::Compact) + '\n', times);
}

void FakeFaults::delay(const QString &path, std::chrono::milliseconds wait, int times)
{
    FakeFault made = fault(FakeFault::Kind::delay, path, times);
    made.wait = wait;
    add(made);
}

void FakeFaults::cut(const QString &path, int afterBytes, int times)
{
    FakeFault made = fault(FakeFault::Kind::cut, path, times);
    made.bytes = afterBytes;
    add(made);
}

void FakeFaults::chop(const QString &path, int pieceBytes, int times)
{
    FakeFault made = fault(FakeFault::Kind::chop, path, times);
    made.bytes = pieceBytes;
    add(made);
}

void FakeFaults::badJson(const QString &path, int times)
{
    add(fault(FakeFault::Kind::badJson, path, times));
}

void FakeFaults::reset(const QString &path, int times)
{
    add(fault(FakeFault::Kind::reset, path, times));
}

std::optional<FakeFault> FakeFaults::take(const FakeRequest &request)
{
    for (auto it = m_faults.rbegin(); it != m_faults.rend(); ++it) {
        if (!it->matches(request))
            continue;
        if (it->times > 0)
            --it->times;
        return *it;
    }
    return std::nullopt;
}

} // namespace mediahelm::fakes
