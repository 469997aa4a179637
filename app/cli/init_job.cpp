// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/init_job.h"

#include "app/cli/inert_text.h"
#include "app/cli/init_text.h"
#include "app/cli/plain_secrets.h"
#include "app/options/exit_code.h"

#include <QDir>
#include <QFileInfo>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;

InitJob::InitJob(control::WorkspaceSetup &setup, Terminal &terminal, InitOptions options)
    : m_setup(setup)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

void InitJob::start()
{
    const Result<control::SetupWish> wanted = wish();
    if (!wanted)
        return fail(wanted.error());
    m_setup.plan(*wanted).then(this, [this](const Result<control::SetupPlan> &plan) {
        if (plan)
            make(*plan);
        else
            fail(plan.error());
    });
}

void InitJob::interrupted()
{
    m_terminal.complain(u"interrupted; run it again"_s);
}

Result<control::SetupWish> InitJob::wish() const
{
    control::SetupWish wish;
    wish.folder = QDir::cleanPath(QFileInfo(m_options.folder).absoluteFilePath());
    wish.project = m_options.project;
    wish.services = m_options.services;
    for (const QString &value : m_options.values) {
        const qsizetype equals = value.indexOf(u'=');
        if (equals < 1)
            return Error{ErrorKind::invalid, u"--set takes NAME=VALUE, not \"%1\""_s.arg(value), {}};
        wish.values.insert(value.first(equals), value.sliced(equals + 1));
    }
    return wish;
}

void InitJob::make(const control::SetupPlan &plan)
{
    m_setup.make(plan.number, {}).then(this, [this, plan](const Result<control::SetupOutcome> &outcome) {
        if (outcome)
            print(plan, *outcome);
        else
            fail(outcome.error());
    });
}

void InitJob::fail(const Error &error)
{
    m_terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty())
        m_terminal.complain(inertWords(error.detail));
    Q_EMIT finished(error.kind == ErrorKind::conflict ? ExitCode::cannotCreate : exitCodeFor(error.kind));
}

void InitJob::print(const control::SetupPlan &plan, const control::SetupOutcome &outcome)
{
    const bool printed = m_terminal.print(m_options.json ? initJson(plan, outcome) : initText(plan, outcome).toUtf8());
    // What it makes has none; a workspace that is added to may.
    if (const QString hint = printed && plan.extends ? plainSecretsHint(plan.folder) : QString(); !hint.isEmpty())
        m_terminal.say(hint);
    Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
}

} // namespace mediahelm::app
