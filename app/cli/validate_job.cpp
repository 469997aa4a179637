// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validate_job.h"

#include "app/cli/diagnostic_text.h"
#include "app/cli/inert_text.h"
#include "app/options/exit_code.h"
#include "core/base/process_environment.h"
#include "core/revision/input/compose_opinion.h"
#include "core/revision/input/workspace_command.h"
#include "core/workspace/project/local_workspace_files.h"
#include "core/workspace/project/yaml_finding.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mediahelm::app {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

// Why a manifest cannot be read, at its place.
std::optional<model::Diagnostic> manifestProblem(const workspace::WorkspaceFiles &files)
{
    const QString name = u"mediahelm.yaml"_s;
    const base::Result<QByteArray> bytes = files.read(name);
    const workspace::YamlReading reading = bytes ? workspace::readYaml(*bytes) : workspace::YamlReading();
    if (reading.ok())
        return std::nullopt;
    return workspace::ofYamlProblem(name, *reading.problem);
}

} // namespace

ValidateJob::ValidateJob(Terminal &terminal, Options options, Sources sources)
    : m_terminal(terminal)
    , m_options(std::move(options))
    , m_sources(std::move(sources))
    , m_process(base::processEnvironment())
    , m_served(m_answers.serve())
{
}

void ValidateJob::start()
{
    m_waiting = 1;
    if (m_sources.engineFacts) {
        ++m_waiting;
        m_sources.engineFacts().then(this, [this](const EngineFacts &facts) {
            if (facts)
                m_engine = *facts;
            tellWhenDone();
        });
    }
    m_reader = std::make_unique<base::LoopThread>(u"validate"_s);
    m_reader->post([this] { look(); });
}

void ValidateJob::look()
{
    const workspace::LocalWorkspaceFiles files(m_options.folder);
    const base::Result<workspace::Workspace> read = workspace::readWorkspace(files, m_process);
    m_answers.post([this, read] { take(read); });
    if (!read)
        return;
    const QList<model::Diagnostic> found = m_validator.validate(*read, m_process);
    if (m_sources.compose && !workspace::tellsOfUnreadableYaml(found))
        m_answers.post([this] { askCompose(); });
    workspace::HostFacts facts;
    if (m_sources.host) {
        workspace::HostQuestions questions = m_validator.questions();
        questions.ports = questions.ports && m_sources.engineFacts;
        if (const auto known = m_sources.host->facts(questions))
            facts = *known;
    }
    m_answers.post([this, found, facts] {
        m_found = found;
        m_facts = facts;
        tellWhenDone();
    });
}

void ValidateJob::take(const base::Result<workspace::Workspace> &read)
{
    if (read) {
        m_workspace = *read;
        return;
    }
    if (const auto problem = manifestProblem(workspace::LocalWorkspaceFiles(m_options.folder))) {
        m_found = {*problem};
        tell();
        return;
    }
    m_terminal.complain(inertWords(read.error().message));
    Q_EMIT finished(exitCodeFor(read.error().kind));
}

void ValidateJob::askCompose()
{
    const auto command = revision::composeCommandOf(QFileInfo(m_options.folder).absoluteFilePath(), m_workspace);
    if (!command)
        return;
    ++m_waiting;
    m_question = std::make_unique<revision::ComposeQuestion>(*m_sources.compose);
    m_question->ask(*command, m_workspace.secrets).then(this, [this](const base::Result<QByteArray> &words) {
        if (words)
            m_composeWords = *words;
        else if (words.error().kind == ErrorKind::timeout)
            m_terminal.complain(u"docker compose did not answer in time"_s);
        else
            m_terminal.say(u"docker compose was not asked: "_s + inertWords(words.error().message));
        tellWhenDone();
    });
}

void ValidateJob::tellWhenDone()
{
    if (--m_waiting > 0)
        return;
    workspace::keepStrangers(m_workspace.name, m_engine, m_facts);
    if (m_sources.host)
        m_found = m_validator.against(&m_facts);
    if (m_composeWords) {
        m_found += revision::composeOpinion(*m_composeWords, QFileInfo(m_options.folder).absoluteFilePath(),
                                            m_workspace, m_found);
        std::stable_sort(m_found.begin(), m_found.end());
    }
    tell();
}

void ValidateJob::tell()
{
    QJsonArray items;
    QString text;
    for (const model::Diagnostic &diagnostic : std::as_const(m_found)) {
        if (m_options.json)
            items.append(diagnosticJson(diagnostic));
        else
            text += diagnosticText(diagnostic);
    }
    if (!m_terminal.print(m_options.json ? inertJson(QJsonDocument(items)) : text.toUtf8())) {
        Q_EMIT finished(m_terminal.exitCode());
        return;
    }
    const auto errors = std::count_if(m_found.cbegin(), m_found.cend(), [](const model::Diagnostic &one) {
        return one.severity == model::Severity::error;
    });
    m_terminal.say(errors == 0 ? u"no errors"_s : errors == 1 ? u"1 error"_s : u"%1 errors"_s.arg(errors));
    Q_EMIT finished(errors > 0 ? ExitCode::data : ExitCode::ok);
}

} // namespace mediahelm::app
