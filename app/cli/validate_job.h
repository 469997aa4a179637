// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/terminal.h"
#include "core/base/loop_thread.h"
#include "core/revision/input/compose_question.h"
#include "core/workspace/checks/host_facts.h"
#include "core/workspace/project/workspace_validator.h"

#include <QFuture>

#include <functional>
#include <optional>

namespace mediahelm::app {

// `validate DIR`: what is wrong in the files; then, unless these alone are asked for, what is wrong with them on this
// host, and what only Compose itself finds. Lines of "FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]", or with `json` an
// array of {"severity", "code", "file", "line", "column", "pointer", "message", "fix"}. 65 when there are errors.
class ValidateJob final : public Job
{
    Q_OBJECT

public:
    struct Options {
        QString folder;
        bool json = false;
    };
    using EngineFacts = base::Result<workspace::EngineFacts>;
    // What is asked beside the files; each may miss. They outlive the job.
    struct Sources {
        const workspace::HostProbe *host = nullptr;
        std::function<QFuture<EngineFacts>()> engineFacts;
        revision::ComposeProcess *compose = nullptr;
    };

    ValidateJob(Terminal &terminal, Options options, Sources sources);
    void start() override;

private:
    // On the thread, while engine and Compose are asked on this one.
    void look();

    void take(const base::Result<workspace::Workspace> &read);
    void askCompose();
    void tellWhenDone();
    void tell();

    Terminal &m_terminal;
    const Options m_options;
    const Sources m_sources;
    workspace::Workspace m_workspace;
    QMap<QString, QString> m_process;
    workspace::WorkspaceValidator m_validator;
    workspace::HostFacts m_facts;
    QList<model::Diagnostic> m_found;
    std::unique_ptr<revision::ComposeQuestion> m_question;
    std::optional<QByteArray> m_composeWords; // what Compose said
    int m_waiting = 0; // for how many answers
    std::optional<workspace::EngineFacts> m_engine; // what it said
    base::Mailbox m_answers;
    std::unique_ptr<QObject> m_served;
    std::unique_ptr<base::LoopThread> m_reader; // has the validator until it has said what it found
};

} // namespace mediahelm::app
