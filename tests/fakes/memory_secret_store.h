// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/secrets/secret_store.h"

#include <QMap>

namespace mediahelm::fakes {

// Secrets in memory, kept by a sealed file as it says, with a keeper that can fail, be locked or be slow. Owned by the
// test; one thread.
class MemorySecretStore final : public secrets::SecretStore
{
public:
    using Value = std::optional<QByteArray>;

    QFuture<base::Result<Value>> read(const QString &key) override
    {
        ++reads;
        if (failure)
            return base::finishedWith<Value>(*failure);
        if (slow)
            return pending.future();
        if (locked || !content.contains(key))
            return base::finishedWith<Value>(Value());
        const QByteArray &value = content[key];
        return base::finishedWith<Value>(Value(QByteArray(value.constData(), value.size())));
    }
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override
    {
        if (const auto error = refusal())
            return base::finishedWith<void>(*error);
        content.insert(key, QByteArray(value.constData(), value.size()));
        times.insert(key, now);
        return base::finishedWith<void>(base::Status());
    }
    QFuture<base::Result<void>> remove(const QString &key) override
    {
        if (failure)
            return base::finishedWith<void>(*failure);
        if (!locked)
            content.remove(key);
        return base::finishedWith<void>(base::Status());
    }
    QFuture<base::Result<QList<secrets::SecretEntry>>> list(const QString &prefix) override
    {
        using Entries = QList<secrets::SecretEntry>;
        if (const auto error = refusal())
            return base::finishedWith<Entries>(*error);
        Entries entries;
        for (auto each = content.constBegin(); each != content.constEnd(); ++each) {
            if (each.key().startsWith(prefix))
                entries.append({each.key(), times.value(each.key()), secrets::SecretKeeper::sealedFile});
        }
        return base::finishedWith<Entries>(std::move(entries));
    }
    QFuture<base::Result<secrets::SecretPlace>> place() override
    {
        return base::finishedWith<secrets::SecretPlace>(
            secrets::SecretPlace{secrets::SecretKeeper::sealedFile, QStringLiteral("/memory"), {}, std::nullopt});
    }

    QMap<QString, QByteArray> content;
    QMap<QString, QDateTime> times;
    QDateTime now = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    base::Pending<Value> pending; // what a slow one answers to the next read
    int reads = 0;
    std::optional<base::Error> failure;
    bool locked = false; // reads nothing and takes nothing
    bool slow = false;

private:
    std::optional<base::Error> refusal() const
    {
        if (failure || !locked)
            return failure;
        return base::Error{base::ErrorKind::refused, QStringLiteral("locked"), {}};
    }
};

} // namespace mediahelm::fakes
