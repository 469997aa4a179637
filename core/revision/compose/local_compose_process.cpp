// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/local_compose_process.h"

#include "core/revision/compose/compose_failure.h"
#include "core/revision/compose/line_splitter.h"
#include "core/revision/compose/process_run.h"
#include "core/revision/compose/run_note.h"
#include "core/secrets/secret_redactor.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Pending;
using base::Result;

Q_LOGGING_CATEGORY(composeLog, "mediahelm.revision.compose", QtInfoMsg)

struct LocalComposeProcess::Shared {
    model::EngineAddress engine;
    Options options;
    std::optional<ComposeVersion> version;
};

namespace {

using SharedPointer = std::shared_ptr<LocalComposeProcess::Shared>;

constexpr qsizetype keptHead = 8 * 1024;
constexpr qsizetype keptTail = 24 * 1024;

// The first and the last of what comes.
void keep(QByteArray &kept, const QByteArray &bytes)
{
    kept += bytes;
    if (kept.size() > keptHead + keptTail)
        kept.remove(keptHead, kept.size() - keptHead - keptTail);
}

class LocalComposeRun final : public ComposeRun
{
public:
    LocalComposeRun(SharedPointer shared, const ComposeRequest &request,
                    const QFuture<Result<ComposeVersion>> &version);

    QFuture<Result<ComposeOutput>> output() const override { return m_future; }
    void cancel() override;

private:
    void begin(const Result<ComposeVersion> &version);
    QStringList argumentsFor(const ComposeVersion &version) const;
    void takeOutput(const QByteArray &bytes);
    void takeErrors(const QByteArray &bytes);
    void report(const QByteArrayList &lines);
    void end(const Result<int> &exitCode);

    SharedPointer m_shared;
    ComposeRequest m_request;
    secrets::SecretRedactor m_redactor;
    LineSplitter m_outputLines;
    LineSplitter m_errorLines;
    QByteArray m_standardOutput;
    QByteArray m_standardError; // redacted lines
    std::unique_ptr<ProcessRun> m_run;
    Pending<ComposeOutput> m_output;
    QFuture<Result<ComposeOutput>> m_future = m_output.future();
};

LocalComposeRun::LocalComposeRun(SharedPointer shared, const ComposeRequest &request,
                                 const QFuture<Result<ComposeVersion>> &version)
    : m_shared(std::move(shared))
    , m_request(request)
    , m_redactor(request.secrets)
{
    QFuture<Result<ComposeVersion>>(version).then(this, [this](const Result<ComposeVersion> &found) { begin(found); });
}

void LocalComposeRun::cancel()
{
    if (m_run)
        m_run->cancel();
    else
        m_output.finish(Error{ErrorKind::cancelled, QStringLiteral("Compose was cancelled"), {}});
}

QStringList LocalComposeRun::argumentsFor(const ComposeVersion &version) const
{
    QStringList arguments{QStringLiteral("compose"), QStringLiteral("--ansi"), QStringLiteral("never")};
    // Before 2.22 the option stood after the verb; plain is what comes without a terminal anyway.
    if (m_request.reportsProgress && version.reportsJson())
        arguments << QStringLiteral("--progress") << QStringLiteral("json");
    arguments += m_request.input.isEmpty() ? m_request.command.arguments() : m_request.command.argumentsForInput();
    return arguments + m_request.arguments;
}

void LocalComposeRun::begin(const Result<ComposeVersion> &version)
{
    if (m_output.finished())
        return;
    if (!version)
        return m_output.finish(version.error());
    const Result<QProcessEnvironment> environment =
        composeEnvironment(m_shared->options.environment, m_shared->engine, m_request.secrets);
    if (!environment)
        return m_output.finish(environment.error());
    ProcessRun::Program program;
    program.name = m_shared->options.program;
    program.arguments = argumentsFor(*version);
    program.environment = *environment;
    if (!m_request.note.isEmpty()) {
        program.note = m_request.note;
        program.mark = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        program.environment.insert(QLatin1String(RunNote::variable), QString::fromLatin1(program.mark));
    }
    program.folder = m_request.command.place();
    program.input = m_request.input;
    program.deadline = m_request.deadline;
    program.grace = m_shared->options.grace;
    program.mostOutput = m_shared->options.mostOutput;
    qCDebug(composeLog).noquote() << "in" << program.folder << "runs" << m_request.command.line(m_request.arguments);
    m_run = std::make_unique<ProcessRun>(std::move(program));
    connect(m_run.get(), &ProcessRun::output, this, &LocalComposeRun::takeOutput);
    connect(m_run.get(), &ProcessRun::errorOutput, this, &LocalComposeRun::takeErrors);
    connect(m_run.get(), &ProcessRun::ended, this, &LocalComposeRun::end);
    m_run->start();
}

void LocalComposeRun::takeOutput(const QByteArray &bytes)
{
    if (m_request.reportsProgress)
        report(m_outputLines.feed(bytes));
    else
        m_standardOutput += bytes;
}

void LocalComposeRun::takeErrors(const QByteArray &bytes)
{
    report(m_errorLines.feed(bytes));
}

// Redacted by the line, so that a secret that two reads brought is found. One that a cut line ends with is not whole,
// and is nobody's.
void LocalComposeRun::report(const QByteArrayList &lines)
{
    const QPointer<LocalComposeRun> self(this);
    for (const QByteArray &line : lines) {
        const QString clean = m_redactor.redacted(QString::fromUtf8(line));
        keep(m_standardError, clean.toUtf8() + '\n');
        Q_EMIT lineRead(clean);
        if (!self)
            return;
    }
}

void LocalComposeRun::end(const Result<int> &exitCode)
{
    const QPointer<LocalComposeRun> self(this);
    report(m_outputLines.finish());
    if (self)
        report(m_errorLines.finish());
    if (!self)
        return;
    if (!exitCode)
        return m_output.finish(errorOfRun(exitCode.error(), m_standardError));
    if (*exitCode != 0)
        return m_output.finish(errorOfCompose(*exitCode, m_standardError));
    m_output.finish(ComposeOutput{m_standardOutput, m_standardError});
}

// `docker compose version`, once.
class VersionQuestion final : public QObject
{
public:
    explicit VersionQuestion(SharedPointer shared)
        : m_shared(std::move(shared))
        , m_run(program(*m_shared))
    {
        setParent(QCoreApplication::instance()); // owns itself until it has its answer, or the program ends
        connect(&m_run, &ProcessRun::output, this, [this](const QByteArray &bytes) { keep(m_output, bytes); });
        connect(&m_run, &ProcessRun::errorOutput, this, [this](const QByteArray &bytes) { keep(m_errors, bytes); });
        connect(&m_run, &ProcessRun::ended, this, &VersionQuestion::end);
    }

    QFuture<Result<ComposeVersion>> ask()
    {
        QFuture<Result<ComposeVersion>> future = m_version.future();
        m_run.start();
        return future;
    }

private:
    static ProcessRun::Program program(const LocalComposeProcess::Shared &shared)
    {
        ProcessRun::Program program;
        program.name = shared.options.program;
        program.arguments = {QStringLiteral("compose"), QStringLiteral("version")};
        program.environment = shared.options.environment;
        program.folder = QStringLiteral("/");
        program.deadline = shared.options.versionDeadline;
        program.mostOutput = 1024 * 1024;
        return program;
    }

    void end(const Result<int> &exitCode)
    {
        const Result<ComposeVersion> version = !exitCode
            ? Result<ComposeVersion>(errorOfRun(exitCode.error(), m_errors))
            : *exitCode != 0 ? Result<ComposeVersion>(errorOfVersionQuestion(*exitCode, m_errors))
                             : parseComposeVersion(m_output);
        if (version)
            m_shared->version = *version;
        m_version.finish(version);
        deleteLater();
    }

    SharedPointer m_shared;
    ProcessRun m_run;
    QByteArray m_output;
    QByteArray m_errors;
    Pending<ComposeVersion> m_version;
};

// Ends the processes of a run, looking until there are none.
class LeftBehind final : public QObject
{
public:
    explicit LeftBehind(const QString &file)
        : m_file(file)
    {
        setParent(QCoreApplication::instance()); // owns itself, as above
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, &LeftBehind::look);
    }

    QFuture<Result<int>> end()
    {
        QFuture<Result<int>> future = m_ended.future();
        look();
        return future;
    }

private:
    void look()
    {
        const Result<std::optional<RunNote>> note = readRunNote(m_file);
        if (!note)
            return finish(note.error());
        const int found = *note ? killProcessesOf(**note) : 0;
        m_most = std::max(m_most, found);
        if (found == 0) {
            QFile file(m_file);
            if (file.exists() && !file.remove())
                return finish(
                    Error{ErrorKind::io, QStringLiteral("cannot remove %1: %2").arg(m_file, file.errorString()), {}});
            return finish(m_most);
        }
        if (++m_looks > mostLooks)
            return finish(Error{ErrorKind::timeout,
                                QStringLiteral("'docker compose' of an earlier deployment does not end (session %1)")
                                    .arg((*note)->session),
                                {}});
        m_next.start(betweenLooks);
    }

    void finish(const Result<int> &result)
    {
        m_ended.finish(result);
        deleteLater();
    }

    static constexpr std::chrono::milliseconds betweenLooks{20};
    static constexpr int mostLooks = 500; // 10 s and more

    const QString m_file;
    QTimer m_next;
    int m_looks = 0;
    int m_most = 0;
    Pending<int> m_ended;
};

} // namespace

LocalComposeProcess::LocalComposeProcess(const model::EngineAddress &engine)
    : LocalComposeProcess(engine, Options())
{
}

LocalComposeProcess::LocalComposeProcess(const model::EngineAddress &engine, Options options)
    : m_shared(std::make_shared<Shared>(Shared{engine, std::move(options), std::nullopt}))
{
}

LocalComposeProcess::~LocalComposeProcess() = default;

QFuture<Result<ComposeVersion>> LocalComposeProcess::version()
{
    if (m_shared->version)
        return base::finishedWith<ComposeVersion>(*m_shared->version);
    return (new VersionQuestion(m_shared))->ask();
}

std::unique_ptr<ComposeRun> LocalComposeProcess::start(const ComposeRequest &request)
{
    return std::make_unique<LocalComposeRun>(m_shared, request, version());
}

QFuture<Result<int>> LocalComposeProcess::endLeftBehind(const QString &note)
{
    return (new LeftBehind(note))->end();
}

} // namespace mediahelm::revision
