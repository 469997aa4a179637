// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/control/secret_desk.h"

#include <QMap>

#include <optional>

namespace mediahelm::fakes {

// Secrets of one project in memory, answered at once. Owned by the test; main thread.
class FakeSecretDesk final : public control::SecretDesk
{
public:
    QFuture<base::Result<control::KeptSecrets>> kept(const QString &project) override
    {
        Q_UNUSED(project)
        if (fails)
            return base::finishedWith<control::KeptSecrets>(*fails);
        return base::finishedWith<control::KeptSecrets>(control::KeptSecrets{values.keys(), true});
    }
    QFuture<base::Status> set(const QString &project, const QString &name, const QByteArray &value) override
    {
        Q_UNUSED(project)
        return done([&] { values.insert(name, QByteArray(value.constData(), value.size())); });
    }
    QFuture<base::Status> generate(const QString &project, const QString &name,
                                   const control::SecretRecipe &recipe) override
    {
        Q_UNUSED(project)
        return done([&] { values.insert(name, QByteArray(recipe.length, 'g')); });
    }
    QFuture<base::Status> remove(const QString &project, const QString &name) override
    {
        Q_UNUSED(project)
        return done([&] { values.remove(name); });
    }

    QMap<QString, QByteArray> values;
    std::optional<base::Error> fails; // every call

private:
    template<typename Act>
    QFuture<base::Status> done(const Act &act)
    {
        if (fails)
            return base::finishedWith<void>(*fails);
        act();
        return base::finishedWith<void>(base::Status());
    }
};

} // namespace mediahelm::fakes
