// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/qt_keychain_entries.h"

#include "core/base/pending.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace mediahelm::secrets {

using base::Error;
using base::ErrorKind;
using base::Pending;
using base::Result;

namespace {

ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound: return ErrorKind::notFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry: return ErrorKind::refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return ErrorKind::unsupported;
    default: return ErrorKind::io;
    }
}

Error errorOf(const QKeychain::Job &job)
{
    const ErrorKind kind = kindOf(job.error());
    if (kind == ErrorKind::refused)
        return Error{kind, QStringLiteral("the keychain is locked, or was refused"),
                     QStringLiteral("Unlock it and try again. It says: %1").arg(job.errorString())};
    return Error{kind, QStringLiteral("the keychain cannot be used"), job.errorString()};
}

// One call under way; a child of the store, so that it is cancelled with it.
template<typename T>
class Call final : public QObject
{
public:
    using Reader = Result<T> (*)(const QKeychain::Job &);

    // The job deletes itself at its end, which may come after the deadline's.
    Call(QKeychain::Job *job, std::chrono::milliseconds deadline, Reader reader, QObject *store)
        : QObject(store)
    {
        connect(job, &QKeychain::Job::finished, this, [this, reader](QKeychain::Job *done) { finish(reader(*done)); });
        QTimer::singleShot(deadline, this, [this] {
            finish(Error{ErrorKind::timeout, QStringLiteral("the keychain did not answer in time"), {}});
        });
        job->start();
    }

    QFuture<Result<T>> future() const { return m_pending.future(); }

private:
    void finish(Result<T> result)
    {
        deleteLater();
        m_pending.finish(std::move(result));
    }

    Pending<T> m_pending;
};

Result<void> nothingOrError(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    return errorOf(job);
}

} // namespace

QtKeychainEntries::QtKeychainEntries(const QString &service, std::chrono::milliseconds deadline)
    : m_service(service)
    , m_deadline(deadline)
{
}

QFuture<Result<std::optional<QByteArray>>> QtKeychainEntries::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    auto *call = new Call<std::optional<QByteArray>>(
        job, m_deadline,
        [](const QKeychain::Job &done) -> Result<std::optional<QByteArray>> {
            if (done.error() == QKeychain::NoError)
                return std::optional(static_cast<const QKeychain::ReadPasswordJob &>(done).binaryData());
            if (done.error() == QKeychain::EntryNotFound) // a locked keyring says so too
                return std::optional<QByteArray>();
            return errorOf(done);
        },
        this);
    return call->future();
}

QFuture<Result<void>> QtKeychainEntries::write(const QString &key, const QByteArray &value)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    // Bytes of its own: after the deadline it may still be using them when the caller wipes its own.
    job->setBinaryData(QByteArray(value.constData(), value.size()));
    return (new Call<void>(job, m_deadline, nothingOrError, this))->future();
}

QFuture<Result<void>> QtKeychainEntries::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    auto *call = new Call<void>(
        job, m_deadline,
        [](const QKeychain::Job &done) -> Result<void> {
            return done.error() == QKeychain::EntryNotFound ? Result<void>() : nothingOrError(done);
        },
        this);
    return call->future();
}

} // namespace mediahelm::secrets
