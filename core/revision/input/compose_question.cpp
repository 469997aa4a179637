// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/input/compose_question.h"

namespace mediahelm::revision {

using base::ErrorKind;
using base::Result;

namespace {

Result<QByteArray> wordsOf(const Result<ComposeOutput> &output)
{
    if (output)
        return output->standardError;
    const ErrorKind kind = output.error().kind;
    if (kind == ErrorKind::notFound || kind == ErrorKind::unsupported || kind == ErrorKind::timeout
        || kind == ErrorKind::cancelled)
        return output.error();
    return output.error().detail.toUtf8();
}

} // namespace

ComposeQuestion::ComposeQuestion(ComposeProcess &process)
    : m_process(process)
{
}

QFuture<Result<QByteArray>> ComposeQuestion::ask(const ComposeCommand &command, const QStringList &secrets)
{
    ComposeRequest request{
        command, {QStringLiteral("config"), QStringLiteral("--quiet")}, {}, {}, std::chrono::seconds(30), false};
    for (const QString &name : secrets)
        request.secrets.insert(name, QByteArrayLiteral("stands-for-a-secret"));
    m_run = m_process.start(request);
    const auto pending = std::make_shared<base::Pending<QByteArray>>();
    QFuture<Result<QByteArray>> future = pending->future(); // before it may be answered
    m_run->output().then(m_run.get(),
                         [pending](const Result<ComposeOutput> &output) { pending->finish(wordsOf(output)); });
    return future;
}

} // namespace mediahelm::revision
