// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/control/revision_desk.h"
#include "core/revision/async/revisions.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace mediahelm::app {

// `save DIR`: the files as they are, as a revision. With `json` an object, that of `revisions`.
class SavePointJob final : public Job
{
    Q_OBJECT

public:
    // Both are borrowed.
    SavePointJob(revision::RevisionKeeper &keeper, control::RevisionDesk &desk, Terminal &terminal, QString message,
                 bool json);
    void start() override;

private:
    QCoro::Task<> steps();

    revision::RevisionKeeper &m_keeper;
    control::RevisionDesk &m_desk;
    Terminal &m_terminal;
    const QString m_message;
    const bool m_json;
};

// `tag DIR REV NAME` and `untag DIR NAME`.
class TagJob final : public Job
{
    Q_OBJECT

public:
    // Both are borrowed. Without a revision the name is taken away.
    TagJob(revision::RevisionLog &log, revision::RevisionKeeper &keeper, Terminal &terminal, QString revision,
           QString name);
    void start() override;

private:
    QCoro::Task<> steps();

    revision::RevisionLog &m_log;
    revision::RevisionKeeper &m_keeper;
    Terminal &m_terminal;
    const QString m_revision;
    const QString m_name;
};

} // namespace mediahelm::app
