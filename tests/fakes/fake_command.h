// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QString>

namespace mediahelm::fakes {

class FakeEngine;

// One command in words, for scripts: "hang /containers/ID/json", "freeze", "count streams stats". Returns one line:
// "ok", a number, or "error: why". "help" lists them all.
QByteArray runFakeCommand(FakeEngine &engine, const QString &command);

// Takes commands from a unix socket, one a line, and answers each with a line. Owned by the program; main thread.
class FakeCommandSocket final : public QObject
{
    Q_OBJECT

public:
    explicit FakeCommandSocket(FakeEngine &engine);
    bool listen(const QString &path);

private:
    FakeEngine &m_engine;
    QLocalServer m_server;
};

} // namespace mediahelm::fakes
