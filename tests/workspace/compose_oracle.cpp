// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/compose_oracle.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

namespace mediahelm::tests {

namespace {

constexpr int patience = 60000; // ms; a busy machine takes its time

} // namespace

QString ComposeOracle::unavailable()
{
    QProcess process;
    process.start(QStringLiteral("docker"), {QStringLiteral("compose"), QStringLiteral("version")});
    if (process.waitForFinished(patience) && process.exitCode() == 0 && process.error() == QProcess::UnknownError)
        return {};
    return QStringLiteral("Compose V2 is not installed");
}

void ComposeOracle::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

ComposeOracle::Answer ComposeOracle::config(const QStringList &files, const QStringList &envFiles,
                                            const QMap<QString, QString> &environment, const QStringList &more) const
{
    QProcessEnvironment variables;
    variables.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    variables.insert(QStringLiteral("HOME"), qEnvironmentVariable("HOME"));
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());

    QStringList arguments{QStringLiteral("compose"), QStringLiteral("--project-name"), QStringLiteral("oracle")};
    for (const QString &name : envFiles)
        arguments << QStringLiteral("--env-file") << name;
    for (const QString &name : files)
        arguments << QStringLiteral("-f") << name;
    arguments << QStringLiteral("config") << QStringLiteral("--format") << QStringLiteral("json") << more;

    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral("docker"), arguments);
    Answer answer;
    answer.ok =
        process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    answer.model = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    answer.words = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

ComposeOracle::Answer ComposeOracle::configOf(const QByteArray &bytes) const
{
    write(QStringLiteral("compose.yaml"), bytes);
    return config({QStringLiteral("compose.yaml")});
}

} // namespace mediahelm::tests
