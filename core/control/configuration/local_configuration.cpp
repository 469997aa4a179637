// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/local_configuration.h"

#include "core/control/configuration/local_configuration_run.h"
#include "core/control/configuration/text_merge.h"
#include "core/workspace/env/env_edit.h"

#include <utility>

namespace mediahelm::control {

using base::Result;

LocalConfiguration::LocalConfiguration(const ConfigurationDesk::Place &place, const base::Clock &clock,
                                       std::chrono::milliseconds draftDelay, LocalChecks::Sources checks)
    : m_checks(std::move(checks), clock)
    , m_served(m_answers.serve())
    , m_desk(QStringLiteral("configuration"),
             [place, &clock] { return std::make_unique<ConfigurationDesk>(place, clock); })
{
    m_facts.folder = place.folder;
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this, &LocalConfiguration::keepDrafts);
    connect(&m_watch, &FolderWatch::changed, this, &LocalConfiguration::look);
    connectChecks();
}

LocalConfiguration::~LocalConfiguration()
{
    keepDrafts();
}

QFuture<base::Status> LocalConfiguration::start()
{
    look();
    return m_started.future();
}

void LocalConfiguration::end(LocalConfiguration *configuration)
{
    if (configuration->m_answering)
        configuration->deleteLater();
    else
        delete configuration;
}

void LocalConfiguration::answer(std::function<void()> call)
{
    m_answers.post([this, call = std::move(call)] {
        m_answering = true;
        call();
        m_answering = false;
    });
}

void LocalConfiguration::look()
{
    if (m_looking)
        m_lookAgain = true;
    else
        lookNow();
}

void LocalConfiguration::lookNow()
{
    m_looking = true;
    m_lookAgain = false;
    m_desk.post([this](ConfigurationDesk &desk) {
        auto look = std::make_shared<Result<ConfigurationDesk::Look>>(desk.look());
        answer([this, look] { take(*look); });
    });
}

void LocalConfiguration::take(const Result<ConfigurationDesk::Look> &look)
{
    m_looking = false;
    const bool newest = !m_lookAgain;
    if (m_lookAgain)
        lookNow();
    if (!look) {
        if (m_started.finished())
            Q_EMIT failed(look.error());
        else
            m_started.finish(look.error());
        return;
    }
    m_watch.setPaths(look->watched);
    const bool changed = m_facts != look->facts;
    m_facts = look->facts;
    if (newest) // else they are those of an older text
        m_diagnostics = look->diagnostics;
    m_started.finish(base::Status());
    if (changed)
        Q_EMIT factsChanged();
    if (newest)
        Q_EMIT diagnosed();
    m_questions = look->questions;
    m_hostDue = m_hostDue || !look->changed.isEmpty();
    m_composeDue = m_composeDue || !look->changed.isEmpty() || m_command != look->command;
    m_command = look->command;
    if (newest && (m_hostDue || m_composeDue))
        m_rest.start();
    for (const QString &path : look->changed)
        Q_EMIT fileChanged(path);
}

QFuture<Result<FileText>> LocalConfiguration::read(const QString &path)
{
    return run<FileText>([path](ConfigurationDesk &desk) { return desk.read(path); });
}

QFuture<Result<FileText>> LocalConfiguration::save(const QString &path, const QByteArray &text, const QByteArray &base)
{
    // A future has one continuation, and that one is the caller's.
    const auto pending = std::make_shared<base::Pending<FileText>>();
    QFuture<Result<FileText>> future = pending->future();
    run<FileText>([=](ConfigurationDesk &desk) {
        return desk.save(path, text, base);
    }).then(this, [this, path, text, pending](const Result<FileText> &result) {
        const auto known = m_texts.constFind(path);
        if (result && known != m_texts.constEnd() && known->bytes == text)
            m_texts.erase(known);
        m_composeDue = m_composeDue || result.ok();
        look();
        pending->finish(result);
    });
    return future;
}

void LocalConfiguration::setText(const QString &path, const QByteArray &text, const QByteArray &base)
{
    m_texts.insert(path, {text, base, false});
    m_hostDue = true;
    m_checks.setComposeOlder(true);
    m_desk.post([path, text](ConfigurationDesk &desk) { desk.setText(path, text); });
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    look();
}

void LocalConfiguration::dropText(const QString &path)
{
    m_texts.remove(path);
    m_hostDue = true;
    m_checks.setComposeOlder(!m_texts.isEmpty());
    m_desk.post([path](ConfigurationDesk &desk) { desk.dropText(path); });
    look();
}

void LocalConfiguration::keepDrafts()
{
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        if (std::exchange(it->kept, true))
            continue;
        m_desk.post([this, path = it.key(), text = it->bytes, base = it->base](ConfigurationDesk &desk) {
            const base::Status kept = desk.keepDraft(path, text, base);
            answer([this, path, kept] {
                if (kept)
                    Q_EMIT draftKept(path);
                else
                    Q_EMIT failed(kept.error());
            });
        });
    }
}

QFuture<Result<QList<Draft>>> LocalConfiguration::drafts()
{
    return run<QList<Draft>>([](ConfigurationDesk &desk) { return Result<QList<Draft>>(desk.drafts()); });
}

QFuture<Result<MergedText>> LocalConfiguration::merge(const QByteArray &base, const QByteArray &theirs,
                                                      const QByteArray &mine)
{
    return run<MergedText>([=](ConfigurationDesk &) { return mergeTexts(base, theirs, mine); });
}

QFuture<Result<Completions>> LocalConfiguration::complete(const QString &path, const QByteArray &text, qsizetype at)
{
    return run<Completions>([=](ConfigurationDesk &desk) { return Result(desk.complete(path, text, at)); });
}

QFuture<Result<Explanation>> LocalConfiguration::explain(const QString &path, const QByteArray &text, qsizetype at)
{
    return run<Explanation>([=](ConfigurationDesk &desk) { return Result(desk.explain(path, text, at)); });
}

QFuture<Result<TextTarget>> LocalConfiguration::definition(const QString &path, const QByteArray &text, qsizetype at)
{
    return run<TextTarget>([=](ConfigurationDesk &desk) { return desk.definition(path, text, at); });
}

QFuture<Result<FoundTexts>> LocalConfiguration::find(const TextSearch &search)
{
    return run<FoundTexts>([=](ConfigurationDesk &desk) { return Result(desk.find(search)); });
}

QFuture<Result<QList<WorkspaceVariable>>> LocalConfiguration::variables()
{
    return run<QList<WorkspaceVariable>>([](ConfigurationDesk &desk) { return Result(desk.variables()); });
}

QFuture<Result<QByteArray>> LocalConfiguration::withValue(const QByteArray &layer, const QString &name,
                                                          const QString &value)
{
    return run<QByteArray>([=](ConfigurationDesk &desk) { return desk.withValue(layer, name, value); });
}

QFuture<Result<QByteArray>> LocalConfiguration::withoutValue(const QByteArray &layer, const QString &name)
{
    return run<QByteArray>([=](ConfigurationDesk &) { return workspace::unsetEnvValue(layer, name); });
}

QFuture<Result<WorkspaceSecrets>> LocalConfiguration::secrets()
{
    return run<WorkspaceSecrets>([](ConfigurationDesk &desk) { return Result(desk.secrets()); });
}

QFuture<Result<SecretMove>> LocalConfiguration::moveOut(const PlainSecret &secret)
{
    return run<SecretMove>([=](ConfigurationDesk &desk) { return desk.moveOut(secret); });
}

QFuture<Result<ComposeForm>> LocalConfiguration::form(const QString &path, const QByteArray &text)
{
    return run<ComposeForm>([=](ConfigurationDesk &desk) { return desk.form(path, text); });
}

QFuture<Result<QByteArray>> LocalConfiguration::withField(const QString &path, const QByteArray &text,
                                                          const FormEdit &edit)
{
    return run<QByteArray>([=](ConfigurationDesk &desk) { return desk.withField(path, text, edit); });
}

} // namespace mediahelm::control
