// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_values.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"

#include <QPointer>

#include <algorithm>

namespace mediahelm::secrets {

using base::Result;
using Values = std::shared_ptr<const SecretValues>;

SecretValues::~SecretValues()
{
    for (QByteArray &value : m_values)
        base::wipe(value);
}

void SecretValues::insert(const SecretName &name, const QByteArray &value)
{
    m_values.insert(name.text(), QByteArray(value.constData(), value.size()));
}

SecretReader::SecretReader(SecretStore &store)
    : m_store(store)
{
}

QFuture<Result<Values>> SecretReader::read(const ProjectName &project, const QList<SecretName> &names)
{
    return base::futureOf<Values>(readSteps(project, names));
}

QCoro::Task<Result<Values>> SecretReader::readSteps(ProjectName project, QList<SecretName> names)
{
    const QPointer<SecretReader> self(this);
    const auto values = std::make_shared<SecretValues>();
    QList<SecretName> unread;
    for (const SecretName &name : std::as_const(names)) {
        Result<std::optional<QByteArray>> found = co_await m_store.read(workspaceSecretKey(project, name));
        if (!self)
            co_return base::abandoned();
        if (!found)
            co_return found.error();
        if (found->has_value()) {
            values->insert(name, **found);
            base::wipe(**found);
        } else {
            unread.append(name);
        }
    }
    if (unread.isEmpty())
        co_return Values(values);
    // "Not found" may mean "locked"; a list that is given tells which it is.
    const Result<QList<SecretEntry>> kept = co_await m_store.list(workspaceSecretPrefix(project));
    if (!self)
        co_return base::abandoned();
    if (!kept)
        co_return kept.error();
    for (const SecretName &name : std::as_const(unread)) {
        const bool there =
            std::ranges::find(*kept, workspaceSecretKey(project, name), &SecretEntry::key) != kept->end();
        if (there) // unlocked, or set, between the two questions
            co_return base::Error{base::ErrorKind::conflict,
                                  QStringLiteral("the secret %1 has just become readable").arg(name.text()),
                                  QStringLiteral("Try again.")};
        values->addMissing(name);
    }
    co_return Values(values);
}

} // namespace mediahelm::secrets
