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
    struct Options {
        QString revision; // empty: the name is taken away
        QString name;
        bool json = false; // {"tag", "revision"}
    };

    // All are borrowed.
    TagJob(revision::RevisionLog &log, revision::RevisionKeeper &keeper, Terminal &terminal, Options options);
    void start() override;

private:
    QCoro::Task<> steps();
    void end(const std::optional<model::RevisionId> &revision);

    revision::RevisionLog &m_log;
    revision::RevisionKeeper &m_keeper;
    Terminal &m_terminal;
    const Options m_options;
};

} // namespace mediahelm::app
