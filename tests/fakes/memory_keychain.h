// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pending.h"
#include "core/secrets/keychain_entries.h"

#include <QMap>
#include <QStringList>
#include <QTimer>

namespace mediahelm::fakes {

// A keychain in memory that behaves as a real one does, also when it is locked: it reads as empty, and pretends to
// remove. Answers in a later turn of the event loop. Owned by the test; one thread.
class MemoryKeychain final : public secrets::KeychainEntries
{
public:
    using Value = std::optional<QByteArray>;

    QFuture<base::Result<Value>> read(const QString &key) override
    {
        calls.append(QStringLiteral("read ") + key);
        if (const auto error = fault())
            return later<Value>(*error);
        if (locked || !content.contains(key))
            return later<Value>(Value());
        const QByteArray &value = content[key];
        return later<Value>(Value(QByteArray(value.constData(), value.size())));
    }
    QFuture<base::Result<void>> write(const QString &key, const QByteArray &value) override
    {
        calls.append(QStringLiteral("write ") + key);
        if (const auto error = fault())
            return later<void>(*error);
        if (opensWhenAsked)
            locked = false;
        if (locked)
            return later<void>(base::Error{base::ErrorKind::refused, QStringLiteral("the keychain is locked"), {}});
        content.insert(key, QByteArray(value.constData(), value.size()));
        return later<void>(base::Status());
    }
    QFuture<base::Result<void>> remove(const QString &key) override
    {
        calls.append(QStringLiteral("remove ") + key);
        if (const auto error = fault())
            return later<void>(*error);
        if (!locked)
            content.remove(key);
        return later<void>(base::Status());
    }

    QMap<QString, QByteArray> content;
    QStringList calls;
    std::optional<base::Error> failure; // of every call
    int callsLeft = -1; // after that many, all fail; -1: none does
    bool locked = false;
    bool opensWhenAsked = false; // a write makes its user unlock it

private:
    std::optional<base::Error> fault()
    {
        if (callsLeft == 0)
            return base::Error{base::ErrorKind::io, QStringLiteral("the keychain has gone"), {}};
        callsLeft -= callsLeft > 0 ? 1 : 0;
        return failure;
    }
    template<typename T>
    static QFuture<base::Result<T>> later(base::Result<T> result)
    {
        const auto pending = std::make_shared<base::Pending<T>>();
        QTimer::singleShot(0, [pending, result = std::move(result)] { pending->finish(result); });
        return pending->future();
    }
};

} // namespace mediahelm::fakes
