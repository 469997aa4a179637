// SPDX-License-Identifier: GPL-3.0-or-later
#include "revision/fake_docker.h"

#include <QFile>
#include <QTest>

namespace mediahelm::tests {

using base::Result;
using revision::ComposeCommand;
using revision::ComposeOutput;
using revision::LocalComposeProcess;

FakeDocker::FakeDocker(const QByteArray &lines, const QByteArray &version)
{
    QFile file(program());
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.write("#!/bin/sh\nlog=" + QFile::encodeName(logPath()) + "\nif [ \"$2\" = version ]; then\n" + version
               + "\nexit $?\nfi\n" + lines + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray FakeDocker::log() const
{
    QFile file(logPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LocalComposeProcess FakeDocker::process(std::chrono::milliseconds grace) const
{
    LocalComposeProcess::Options options;
    options.program = program();
    options.grace = grace;
    return LocalComposeProcess(*model::EngineAddress::parse(u"unix:///run/none.sock"), options);
}

revision::ComposeRequest FakeDocker::request(const QStringList &arguments) const
{
    const auto command =
        ComposeCommand::make({folder(), QStringLiteral("fake"), {}, {QStringLiteral("compose.yaml")}, {}});
    return {*command, arguments, {}, {}, std::chrono::seconds(60), false};
}

Result<ComposeOutput> outputOf(const revision::ComposeRun &run)
{
    const QFuture<Result<ComposeOutput>> future = run.output();
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        return base::Error{base::ErrorKind::internal, QStringLiteral("the test ran out of patience"), {}};
    return future.result();
}

bool isAlive(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace mediahelm::tests
