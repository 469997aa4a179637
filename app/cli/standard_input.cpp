// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_input.h"

#include "core/base/wipe.h"

#include <cerrno>
#include <unistd.h>

namespace mediahelm::app {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr qsizetype blockSize = 4096;

} // namespace

HiddenTyping::HiddenTyping()
{
    termios mode{};
    if (::tcgetattr(STDIN_FILENO, &mode) != 0)
        return;
    m_before = mode;
    mode.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    mode.c_lflag |= ECHONL;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &mode); // what was typed before it was asked for is dropped
}

HiddenTyping::~HiddenTyping()
{
    if (m_before)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &*m_before);
}

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
    , m_notifier(QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &StandardInput::readSome);
}

StandardInput::~StandardInput()
{
    base::wipe(m_content);
}

bool StandardInput::isTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

QFuture<Result<QByteArray>> StandardInput::read(Until until, qsizetype limit)
{
    m_until = until;
    m_limit = limit;
    m_content.reserve(limit + blockSize); // so that it never moves and leaves a copy behind
    const QFuture<Result<QByteArray>> future = m_pending.future();
    m_notifier.setSocket(STDIN_FILENO);
    m_notifier.setEnabled(true);
    return future;
}

void StandardInput::readSome()
{
    const qsizetype before = m_content.size();
    m_content.resize(before + blockSize);
    const ssize_t n = ::read(STDIN_FILENO, m_content.data() + before, static_cast<std::size_t>(blockSize));
    const int code = errno;
    m_content.resize(before + (n > 0 ? n : 0));
    if (n < 0) {
        if (code != EINTR && code != EAGAIN)
            finish(Error{
                ErrorKind::io, QStringLiteral("the standard input cannot be read: %1").arg(qt_error_string(code)), {}});
        return;
    }
    const qsizetype line = m_until == Until::line ? m_content.indexOf('\n') : -1;
    if (line >= 0)
        m_content.truncate(line);
    if (m_content.size() > m_limit)
        return finish(
            Error{ErrorKind::invalid, QStringLiteral("the input is too long: at most %1 bytes").arg(m_limit), {}});
    if (n == 0 || line >= 0)
        finish(QByteArray(m_content.constData(), m_content.size()));
}

void StandardInput::finish(Result<QByteArray> result)
{
    m_notifier.setEnabled(false);
    base::wipe(m_content);
    m_pending.finish(std::move(result));
}

} // namespace mediahelm::app
