// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/compose_bench.h"

#include "core/revision/compose/project_reader.h"
#include "core/transport/socket_stream.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace mediahelm::tests {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

constexpr int patience = 120000; // milliseconds; a busy machine takes its time
const QString engineSocket = QStringLiteral("/var/run/docker.sock");

template<typename T>
Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return Error{ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

QString runProgram(QProcess &process, bool *ok)
{
    const bool done =
        process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (ok)
        *ok = done;
    return QString::fromUtf8(process.readAllStandardError()).trimmed();
}

} // namespace

ComposeBench::ComposeBench()
    : m_name(QStringLiteral("mediahelm-plan-%1").arg(QCoreApplication::applicationPid()))
    , m_engine([] { return transport::connectLocalSocket(engineSocket); })
    , m_compose(*model::EngineAddress::parse(QStringLiteral("unix://") + engineSocket))
{
    m_unavailable = makeImages();
}

ComposeBench::~ComposeBench()
{
    if (!m_unavailable.isEmpty())
        return;
    clear();
    docker({QStringLiteral("rmi"), QStringLiteral("-f"), m_name + QStringLiteral(":a"), m_name + QStringLiteral(":b"),
            m_name + QStringLiteral(":moving")});
}

QByteArray ComposeBench::docker(const QStringList &arguments, bool *ok) const
{
    QProcess process;
    process.start(QStringLiteral("docker"), arguments);
    bool done = false;
    const QString errors = runProgram(process, &done);
    if (ok)
        *ok = done;
    if (!done)
        qWarning("docker %s: %s", qPrintable(arguments.join(u' ')), qPrintable(errors));
    return process.readAllStandardOutput();
}

QString ComposeBench::makeImages()
{
    const Result<model::ApiVersion> version = wait(m_engine.negotiate());
    if (!version)
        return QStringLiteral("no Docker engine is running");
    const Result<revision::ComposeVersion> compose = wait(m_compose.version());
    if (!compose)
        return compose.error().message;
    QTemporaryDir root;
    const QDir folder(root.path());
    folder.mkdir(QStringLiteral("bin"));
    if (!QFile::copy(QStringLiteral("/bin/busybox"), folder.filePath(QStringLiteral("bin/busybox"))))
        return QStringLiteral("busybox-static is not installed");
    for (const char *applet : {"sh", "sleep", "true", "false", "echo", "env"})
        QFile::link(QStringLiteral("busybox"), folder.filePath(QStringLiteral("bin/%1").arg(QLatin1String(applet))));
    for (const char *tag : {"a", "b"}) {
        QProcess tar;
        QProcess import;
        tar.setStandardOutputProcess(&import);
        tar.start(QStringLiteral("tar"),
                  {QStringLiteral("-C"), root.path(), QStringLiteral("-c"), QStringLiteral(".")});
        import.start(QStringLiteral("docker"),
                     {QStringLiteral("import"), QStringLiteral("-c"),
                      QStringLiteral("ENV MADE_BY=%1").arg(QLatin1String(tag)), QStringLiteral("-c"),
                      QStringLiteral("CMD [\"sleep\", \"1000000\"]"), QStringLiteral("-"),
                      m_name + u':' + QLatin1String(tag)});
        bool ok = false;
        runProgram(tar, &ok);
        const QString errors = runProgram(import, &ok);
        if (!ok)
            return QStringLiteral("the image could not be made: ") + errors;
    }
    return {};
}

void ComposeBench::write(const QString &name, QString text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("%s cannot be written", qPrintable(name));
    file.write(text.replace(u'@', m_name).toUtf8());
}

revision::ComposeCommand ComposeBench::command() const
{
    return *revision::ComposeCommand::make({m_folder.path(), m_name, {}, {QStringLiteral("compose.yaml")}, {}});
}

Result<revision::ComposeOutput> ComposeBench::run(const QStringList &arguments, const revision::ComposeSecrets &secrets)
{
    revision::ComposeRequest request{command(), arguments, secrets, {}, std::chrono::milliseconds(patience), true};
    const std::unique_ptr<revision::ComposeRun> run = m_compose.start(request);
    return wait(run->output());
}

Result<model::Plan> ComposeBench::plan(const revision::ComposeSecrets &secrets)
{
    revision::ProjectObserver observer(m_engine);
    const auto containers = wait(observer.containers(m_name));
    if (!containers)
        return containers.error();
    revision::ProjectReader reader(m_compose, command(), secrets);
    const auto reading = wait(reader.read(*containers));
    if (!reading)
        return reading.error();
    QStringList names;
    for (const revision::ResolvedService &service : reading->project.services)
        names.append(service.image);
    const auto observed = wait(observer.images(*containers, names));
    if (!observed)
        return observed.error();
    return revision::makePlan(*reading, *observed, {true, QDateTime::currentDateTimeUtc()});
}

void ComposeBench::clear()
{
    const QString mine = QStringLiteral("label=com.docker.compose.project=") + m_name;
    const auto remove = [&](const QStringList &list, const QStringList &removal) {
        const QStringList ids =
            QString::fromLatin1(docker(list + QStringList{QStringLiteral("-q"), QStringLiteral("--filter"), mine}))
                .split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            docker(removal + ids);
    };
    remove({QStringLiteral("ps"), QStringLiteral("-a")}, {QStringLiteral("rm"), QStringLiteral("-fv")});
    remove({QStringLiteral("network"), QStringLiteral("ls")}, {QStringLiteral("network"), QStringLiteral("rm")});
    remove({QStringLiteral("volume"), QStringLiteral("ls")}, {QStringLiteral("volume"), QStringLiteral("rm")});
}

QMap<QString, QString> ComposeBench::running()
{
    QMap<QString, QString> found;
    const QStringList ids = QString::fromLatin1(docker({QStringLiteral("ps"), QStringLiteral("-aq"),
                                                        QStringLiteral("--no-trunc"), QStringLiteral("--filter"),
                                                        QStringLiteral("label=com.docker.compose.project=") + m_name}))
                                .split(u'\n', Qt::SkipEmptyParts);
    if (ids.isEmpty())
        return found;
    const QByteArray list = docker(QStringList{QStringLiteral("inspect"), QStringLiteral("--format"),
                                               QStringLiteral("{{.Name}} {{.Id}} {{.State.StartedAt}}")}
                                   + ids);
    const QStringList lines = QString::fromLatin1(list).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        found.insert(line.section(u' ', 0, 0).mid(1), line.section(u' ', 1));
    return found;
}

} // namespace mediahelm::tests
