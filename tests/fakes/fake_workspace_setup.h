// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/workspace_setup.h"

#include <optional>

namespace mediahelm::fakes {

// A small catalog, and folders that are what a test says. Nothing is written; calls are answered at once, but making,
// where a test holds it. Owned by the test; main thread.
class FakeWorkspaceSetup final : public control::WorkspaceSetup
{
    Q_OBJECT

public:
    FakeWorkspaceSetup();

    QFuture<base::Result<QList<control::CatalogGroup>>> catalog() override;
    QFuture<base::Result<control::SetupGround>> lookAt(const QString &folder, const QString &project) override;
    // The plan of the test, for what was wished.
    QFuture<base::Result<control::SetupPlan>> plan(const control::SetupWish &wish) override;
    QFuture<base::Result<control::SetupOutcome>> make(int number, const QMap<QString, QByteArray> &secrets) override;
    void cancel() override;

    void failNext(const base::Error &error) { m_fails = error; } // plan() or make()
    void finishHeld(); // what is being made

    control::SetupGround ground; // of any folder
    std::optional<base::Error> noGround;
    QStringList asked; // variables without an answer yet
    QList<control::SetupWish> wishes; // that were planned
    QMap<QString, QString> given; // secrets of the last make()
    bool holds = false; // make() waits for finishHeld() or cancel()
    int made = 0;

private:
    control::SetupOutcome outcome() const;

    control::SetupPlan m_plan;
    std::optional<base::Error> m_fails;
    base::Pending<control::SetupOutcome> m_held;
};

} // namespace mediahelm::fakes
