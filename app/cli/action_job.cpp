// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/action_job.h"

#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/control/service_json.h"
#include "core/control/service_operations.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::app {

namespace {

QString doneWord(model::ContainerAction action)
{
    switch (action) {
    case model::ContainerAction::start: return QStringLiteral("started");
    case model::ContainerAction::stop: return QStringLiteral("stopped");
    case model::ContainerAction::restart: return QStringLiteral("restarted");
    default: break;
    }
    return model::containerActionName(action) + QStringLiteral(" done");
}

} // namespace

ActionJob::ActionJob(control::Control control, Terminal &terminal, const QStringList &names,
                     model::ContainerAction action, bool json)
    : ServiceJob(control, terminal, names)
    , m_action(action)
    , m_json(json)
{
}

void ActionJob::found(const QList<FoundContainer> &containers)
{
    for (const FoundContainer &container : containers)
        m_outcomes.append({container, std::nullopt});
    for (qsizetype i = 0; i < containers.size(); ++i)
        m_control.operations.perform(containers.at(i).key(), m_action, {})
            .then(this, [this, i](const base::Result<void> &result) { take(i, result); });
}

void ActionJob::take(qsizetype index, const base::Result<void> &result)
{
    Outcome &outcome = m_outcomes[index];
    outcome.result = result;
    if (result) {
        m_terminal.say(QStringLiteral("%1 %2").arg(doneWord(m_action), outcome.target.label()));
    } else {
        QString words =
            QStringLiteral("cannot %1 %2: %3")
                .arg(model::containerActionName(m_action), outcome.target.label(), inertWords(result.error().message));
        if (!result.error().detail.isEmpty())
            words += QStringLiteral(" (%1)").arg(inertWords(result.error().detail));
        m_terminal.complain(words);
    }
    if (std::ranges::all_of(m_outcomes, [](const Outcome &each) { return each.result.has_value(); }))
        finish();
}

void ActionJob::finish()
{
    int exitCode = ExitCode::ok;
    QJsonArray items;
    for (const Outcome &outcome : std::as_const(m_outcomes)) {
        const model::Container &container = outcome.target.container;
        const bool ok = outcome.result->ok();
        if (!ok && exitCode == ExitCode::ok)
            exitCode = exitCodeFor(outcome.result->error().kind);
        const QJsonObject whole = control::containerJson(outcome.target.host, container);
        QJsonObject item{{QStringLiteral("action"), model::containerActionName(m_action)},
                         {QStringLiteral("ok"), ok},
                         {QStringLiteral("error"), ok ? QJsonValue() : QJsonValue(outcome.result->error().message)}};
        for (const QString &key : {QStringLiteral("host"), QStringLiteral("project"), QStringLiteral("service"),
                                   QStringLiteral("container"), QStringLiteral("id")})
            item.insert(key, whole.value(key));
        items.append(item);
    }
    if (m_json && !m_terminal.print(inertJson(QJsonDocument(items))))
        exitCode = m_terminal.exitCode();
    Q_EMIT finished(exitCode);
}

void ActionJob::interrupted()
{
    QStringList open;
    for (const Outcome &outcome : std::as_const(m_outcomes)) {
        if (!outcome.result)
            open.append(outcome.target.label());
    }
    if (!open.isEmpty())
        m_terminal.complain(QStringLiteral("interrupted; the engine goes on by itself to %1 %2")
                                .arg(model::containerActionName(m_action), open.join(QStringLiteral(", "))));
}

} // namespace mediahelm::app
