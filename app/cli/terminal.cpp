// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "app/run/unix_signals.h"

#include <cerrno>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace mediahelm::app {

namespace {

// False when nobody reads, or a signal came meanwhile. A descriptor that somebody made non-blocking is waited for.
bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (n >= 0) {
            done += n;
            continue;
        }
        if (errno == EAGAIN) {
            pollfd waiting{fd, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
        if (UnixSignals::endAsked())
            return false;
    }
    return true;
}

} // namespace

Terminal::Terminal(Options options)
    : m_options(options)
    , m_exitCode(ExitCode::brokenPipe)
    , m_isTerminal(::isatty(STDOUT_FILENO) == 1)
{
    m_colours =
        m_isTerminal && !options.noColor && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

bool Terminal::print(const QByteArray &bytes)
{
    if (m_broken || writeAll(STDOUT_FILENO, bytes))
        return !m_broken;
    const int reason = UnixSignals::endAsked() ? EINTR : errno;
    m_broken = true;
    if (reason == EPIPE || reason == EINTR)
        return false; // who reads it has gone, or wants an end: nothing to say
    m_exitCode = ExitCode::io;
    complain(QStringLiteral("the output cannot be written: %1").arg(qt_error_string(reason)));
    return false;
}

void Terminal::say(const QString &words)
{
    if (!m_options.quiet)
        writeWords(words);
}

void Terminal::complain(const QString &words)
{
    writeWords(words);
}

void Terminal::ask(const QString &words)
{
    writeAll(STDERR_FILENO, (QStringLiteral("mediahelm: ") + inertText(words) + u' ').toUtf8());
}

void Terminal::writeWords(const QString &words)
{
    QString text;
    const QStringList lines = words.split(u'\n');
    for (const QString &line : lines)
        text += QStringLiteral("mediahelm: ") + inertText(line) + u'\n';
    writeAll(STDERR_FILENO, text.toUtf8());
}

int Terminal::columns() const
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const int fromEnvironment = qEnvironmentVariableIntValue("COLUMNS");
    return fromEnvironment > 0 ? fromEnvironment : 80;
}

} // namespace mediahelm::app
