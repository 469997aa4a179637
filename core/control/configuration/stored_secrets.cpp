// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/configuration/stored_secrets.h"

#include "core/base/pending.h"
#include "core/base/wipe.h"
#include "core/secrets/generated_secret.h"
#include "core/secrets/secret_name.h"

#include <QStringDecoder>

#include <algorithm>

namespace mediahelm::control {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;
using secrets::SecretEntry;

namespace {

constexpr qsizetype longestValue = 65'536; // as much as the sealed file takes

Result<QString> keyOf(const QString &project, const QString &name)
{
    const auto projectName = secrets::ProjectName::parse(project);
    if (!projectName)
        return projectName.error();
    const auto secretName = secrets::SecretName::parse(name);
    if (!secretName)
        return secretName.error();
    return secrets::workspaceSecretKey(*projectName, *secretName);
}

// What no environment variable could hold; empty where it could.
QString whatIsWrong(const QByteArray &value)
{
    if (value.isEmpty())
        return u"the value is empty"_s;
    if (value.size() > longestValue)
        return u"the value is too long: at most %1 bytes"_s.arg(longestValue);
    if (value.contains('\0'))
        return u"the value holds a NUL byte, which no environment variable can"_s;
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString decoded = decoder(value);
    decoded.fill(u'\0');
    return decoder.hasError() ? u"the value is not UTF-8 text"_s : QString();
}

KeptSecrets namesOf(const QList<SecretEntry> &entries)
{
    KeptSecrets kept;
    for (const SecretEntry &entry : entries) {
        if (const auto secret = secrets::workspaceSecretOf(entry.key))
            kept.names.append(secret->name.text());
        kept.inKeychain = kept.inKeychain && entry.keeper != secrets::SecretKeeper::sealedFile;
    }
    return kept;
}

} // namespace

StoredSecrets::StoredSecrets(secrets::SecretStore &store)
    : m_store(store)
{
}

QFuture<Result<KeptSecrets>> StoredSecrets::kept(const QString &project)
{
    const auto name = secrets::ProjectName::parse(project);
    if (!name)
        return base::finishedWith<KeptSecrets>(name.error());
    auto pending = std::make_shared<base::Pending<KeptSecrets>>();
    QFuture<Result<KeptSecrets>> future = pending->future();
    m_store.list(secrets::workspaceSecretPrefix(*name))
        .then(this, [pending](const Result<QList<SecretEntry>> &entries) {
            if (entries)
                pending->finish(namesOf(*entries));
            else
                pending->finish(entries.error());
        });
    return future;
}

QFuture<Status> StoredSecrets::set(const QString &project, const QString &name, const QByteArray &value)
{
    const Result<QString> key = keyOf(project, name);
    if (!key)
        return base::finishedWith<void>(key.error());
    if (const QString wrong = whatIsWrong(value); !wrong.isEmpty())
        return base::finishedWith<void>(Error{ErrorKind::invalid, wrong, {}});
    return m_store.write(*key, value);
}

QFuture<Status> StoredSecrets::generate(const QString &project, const QString &name, const SecretRecipe &recipe)
{
    const Result<QString> key = keyOf(project, name);
    if (!key)
        return base::finishedWith<void>(key.error());
    const int length = std::clamp(recipe.length, 8, 256);
    QByteArray value = recipe.isHex ? secrets::generatedHex(length) : secrets::generatedAlphanumeric(length);
    QFuture<Status> written = m_store.write(*key, value);
    base::wipe(value);
    return written;
}

QFuture<Status> StoredSecrets::remove(const QString &project, const QString &name)
{
    const Result<QString> key = keyOf(project, name);
    if (!key)
        return base::finishedWith<void>(key.error());
    return m_store.remove(*key);
}

} // namespace mediahelm::control
