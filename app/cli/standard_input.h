// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"

#include <QObject>
#include <QSocketNotifier>

#include <optional>
#include <termios.h>

namespace mediahelm::app {

// What is typed is not shown as long as this lives; for the terminal on the standard input, if it is one. Its newline
// is.
class HiddenTyping
{
public:
    HiddenTyping();
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;
    ~HiddenTyping();

private:
    std::optional<termios> m_before;
};

// Reads the standard input without blocking the event loop, once. Owned by a job; main thread.
class StandardInput final : public QObject
{
    Q_OBJECT

public:
    enum class Until { end, line };

    explicit StandardInput(QObject *parent = nullptr);
    ~StandardInput() override;

    static bool isTerminal();
    // All of it, or the first line without its newline. Whoever takes it wipes it. Errors: invalid (more than `limit`
    // bytes), io, cancelled.
    QFuture<base::Result<QByteArray>> read(Until until, qsizetype limit);

private:
    void readSome();
    void finish(base::Result<QByteArray> result);

    Until m_until = Until::end;
    qsizetype m_limit = 0;
    QByteArray m_content;
    QSocketNotifier m_notifier;
    base::Pending<QByteArray> m_pending;
};

} // namespace mediahelm::app
