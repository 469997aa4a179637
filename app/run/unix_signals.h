// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace mediahelm::app {

// SIGINT, SIGTERM and SIGHUP as Qt signals; SIGPIPE is ignored. The second SIGINT or SIGTERM ends the process at once,
// in the handler, with 128 plus its number. One per process, because handlers are; owned by a composition root.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    enum class HangUp { ends, reloads }; // what SIGHUP means

    explicit UnixSignals(HangUp hangUp, QObject *parent = nullptr);
    ~UnixSignals() override;

    // Whether an end was asked for: for a loop that cannot return to the event loop, such as a blocked write.
    static bool endAsked();

Q_SIGNALS:
    void ended(int signal);
    void reload();

private:
    void read();
};

} // namespace mediahelm::app
