// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/revision/async/revisions.h"

#include <QCoroFuture>
#include <QCoroTask>

namespace mediahelm::app {

// `revisions DIR`: a line each, the newest first; with `json` an array.
class RevisionsJob final : public Job
{
    Q_OBJECT

public:
    // At most `most`, of those that the filter lets through.
    RevisionsJob(revision::RevisionLog &log, Terminal &terminal, model::RevisionFilter filter, int most, bool json);
    void start() override;

private:
    QCoro::Task<> steps();

    revision::RevisionLog &m_log;
    Terminal &m_terminal;
    const model::RevisionFilter m_filter;
    const int m_most;
    const bool m_json;
};

// `diff DIR A B`: what makes A into B, as git writes it; with `json` an array of files.
class DiffJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        QString before;
        QString after;
        QString path; // only of this file, or of this folder's; empty for all
        bool json = false;
    };

    DiffJob(revision::RevisionLog &log, Terminal &terminal, Options options);
    void start() override;

private:
    QCoro::Task<> steps();

    revision::RevisionLog &m_log;
    Terminal &m_terminal;
    const Options m_options;
};

// `show DIR REV`: all that is known of one; with `json` an object.
class ShowRevisionJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        QString revision;
        bool log = false; // of its latest deployment, instead; with `json` an object with the time and the lines
        bool json = false;
    };

    ShowRevisionJob(revision::RevisionLog &log, Terminal &terminal, Options options);
    void start() override;

private:
    QCoro::Task<> steps();
    QCoro::Task<> showLog(model::RevisionId id, QList<model::Deployment> deployments);
    bool print(const QString &text); // line by line

    revision::RevisionLog &m_log;
    Terminal &m_terminal;
    const Options m_options;
};

} // namespace mediahelm::app
