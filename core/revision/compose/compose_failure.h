// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mediahelm::revision {

// One thing that Compose said of a project's configuration. It tells a place in words at best: what it leaves out stays
// empty or 0. A plain value.
struct ComposeFinding {
    bool error = true; // else a warning
    QString file; // as Compose names it, mostly an absolute path
    int line = 0; // from 1; Compose's own count, which may be a few lines off
    QString pointer; // JSON pointer: "/services/web/ports"
    QString message;

    friend bool operator==(const ComposeFinding &, const ComposeFinding &) = default;
};

// What standard error says: each warning by itself, and the rest as one error; notices of progress are left out.
QList<ComposeFinding> composeFindings(const QByteArray &standardError);

// Why a run of Compose that ended with another code than 0 failed. The message is Compose's last words in one sentence,
// the detail all of standard error that was kept.
base::Error errorOfCompose(int exitCode, const QByteArray &standardError);
// The same where `docker compose version` failed: there is no such command, or docker is no Docker.
base::Error errorOfVersionQuestion(int exitCode, const QByteArray &standardError);
// A run that did not come to an exit code, with what to do, and what had been said by then as its detail.
base::Error errorOfRun(base::Error error, const QByteArray &standardError);

} // namespace mediahelm::revision
