// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mediahelm::app {

// The two outputs of a command: data on the standard output, words on the standard error output. Owned by the
// composition root; main thread.
class Terminal
{
public:
    struct Options {
        bool quiet = false;
        bool noColor = false;
    };

    explicit Terminal(Options options);

    // Data. False when nobody reads it any more, or a signal asked for an end, or it cannot be written, which is said:
    // the command should end then, with exitCode().
    [[nodiscard]] bool print(const QByteArray &bytes);
    [[nodiscard]] bool print(const QString &text) { return print(text.toUtf8()); }

    int exitCode() const { return m_exitCode; } // once print() was false

    void say(const QString &words); // progress and success; not with --quiet
    void complain(const QString &words); // what went wrong
    void ask(const QString &words); // the answer is typed behind it; also with --quiet

    bool isTerminal() const { return m_isTerminal; } // the standard output
    bool colours() const { return m_colours; }
    int columns() const; // of the terminal; 80 when it does not say

private:
    void writeWords(const QString &words);

    const Options m_options;
    int m_exitCode;
    bool m_isTerminal = false;
    bool m_colours = false;
    bool m_broken = false;
};

} // namespace mediahelm::app
