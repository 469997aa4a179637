// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace mediahelm::tests {

// `to` becomes a copy of `from`, whatever was there.
void copyFolder(const QString &from, const QString &to);

// Runs the revision writer over and over, its system calls meddled with at one point after the other, until it gets
// through; a workspace as it was before for each. A writer that makes no such call fails the test.
struct CrashSweep {
    QString verb; // of the revision writer
    QString meddling; // strace's, with %1 for the point
    std::function<void(const QString &folder)> prepare;

    using Look = std::function<void(const QString &folder)>;
    using Check = std::function<void(const QString &folder, bool done, const QByteArray &point)>;
    using Repeated = std::function<void(const QString &folder, const QByteArray &point)>;
    // `old` and `fresh` see the workspace before, and after an undisturbed run; `check` after each meddled one;
    // `repeated` when the writer has then been run again undisturbed.
    void run(const Look &old, const Look &fresh, const Check &check, const Repeated &repeated) const;
};

} // namespace mediahelm::tests
