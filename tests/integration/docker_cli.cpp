// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/docker_cli.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace mediahelm::tests {

namespace {

constexpr int patience = 60000; // ms; a busy machine takes its time

bool finish(QProcess &process)
{
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

DockerCli::DockerCli(const QString &purpose)
    : m_prefix(QStringLiteral("mediahelm-%1-%2").arg(purpose).arg(QCoreApplication::applicationPid()))
    , m_image(m_prefix + QStringLiteral(":test"))
    , m_unavailable(makeImage())
{
}

DockerCli::~DockerCli()
{
    const QByteArray listed = docker({QStringLiteral("ps"), QStringLiteral("-aq"), QStringLiteral("--filter"),
                                      QStringLiteral("label=mediahelm.test=") + m_prefix});
    const QStringList ids = QString::fromLatin1(listed).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (!ids.isEmpty())
        docker(QStringList{QStringLiteral("rm"), QStringLiteral("-fv")} + ids);
    if (m_unavailable.isEmpty())
        docker({QStringLiteral("rmi"), QStringLiteral("-f"), m_image});
}

QString DockerCli::makeImage()
{
    bool ok = false;
    docker({QStringLiteral("version"), QStringLiteral("--format"), QStringLiteral("{{.Server.Version}}")}, &ok);
    if (!ok)
        return QStringLiteral("no Docker engine is running");
    QTemporaryDir root;
    const QDir folder(root.path());
    folder.mkdir(QStringLiteral("bin"));
    const QString busybox = folder.filePath(QStringLiteral("bin/busybox"));
    if (!QFile::copy(QStringLiteral("/bin/busybox"), busybox))
        return QStringLiteral("busybox-static is not installed");
    for (const char *applet : {"sh", "cat", "echo", "sleep", "printf", "seq", "stty", "kill", "true", "dd", "touch"})
        QFile::link(QStringLiteral("busybox"), folder.filePath(QStringLiteral("bin/%1").arg(QLatin1String(applet))));

    QProcess tar;
    QProcess import;
    tar.setStandardOutputProcess(&import);
    tar.start(QStringLiteral("tar"), {QStringLiteral("-C"), root.path(), QStringLiteral("-c"), QStringLiteral(".")});
    import.start(QStringLiteral("docker"), {QStringLiteral("import"), QStringLiteral("-"), m_image});
    if (!finish(tar) || !finish(import))
        return QStringLiteral("the image could not be made: %1").arg(QString::fromUtf8(import.readAllStandardError()));
    return {};
}

QString DockerCli::run(const QString &name, const QStringList &options, const QStringList &command)
{
    const QStringList arguments = QStringList{QStringLiteral("run"),     QStringLiteral("-d"),
                                              QStringLiteral("--name"),  QStringLiteral("%1-%2").arg(m_prefix, name),
                                              QStringLiteral("--label"), QStringLiteral("mediahelm.test=") + m_prefix}
        + options + QStringList{m_image} + command;
    return QString::fromLatin1(docker(arguments).trimmed());
}

QByteArray DockerCli::docker(const QStringList &arguments, bool *ok)
{
    QProcess process;
    process.start(QStringLiteral("docker"), arguments);
    const bool done = finish(process);
    if (ok)
        *ok = done;
    if (!done)
        qWarning("docker %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                 process.readAllStandardError().constData());
    return done ? process.readAllStandardOutput() : QByteArray();
}

} // namespace mediahelm::tests
