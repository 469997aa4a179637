// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_secrets.h"

#include "core/base/wipe.h"
#include "core/secrets/generated_secret.h"

#include <algorithm>

namespace mediahelm::app {

using base::Error;
using base::Result;
using base::Status;

namespace {

QByteArray generated(const workspace::SecretForm &form)
{
    return form.alphabet == workspace::SecretForm::Alphabet::hex ? secrets::generatedHex(form.length)
                                                                 : secrets::generatedAlphanumeric(form.length);
}

} // namespace

NewSecrets::NewSecrets(secrets::SecretStore &store)
    : m_store(store)
{
}

void NewSecrets::make(const secrets::ProjectName &project, const QList<workspace::SetupSecret> &wanted)
{
    m_project = project;
    std::ranges::copy_if(wanted, std::back_inserter(m_wanted),
                         [](const workspace::SetupSecret &secret) { return secret.form.has_value(); });
    if (m_wanted.isEmpty())
        return Q_EMIT done({});
    m_store.place().then(this, [this](const Result<secrets::SecretPlace> &place) {
        if (!place)
            return Q_EMIT done(place.error());
        m_place = *place;
        m_store.list(secrets::workspaceSecretPrefix(m_project))
            .then(this, [this](const Result<QList<secrets::SecretEntry>> &entries) {
                if (!entries)
                    return Q_EMIT done(entries.error());
                compare(*entries);
            });
    });
}

// What an earlier workspace of this name has made is what its services' data was made with.
void NewSecrets::compare(const QList<secrets::SecretEntry> &entries)
{
    for (const secrets::SecretEntry &entry : entries) {
        const auto secret = secrets::workspaceSecretOf(entry.key);
        if (!secret)
            continue;
        const QString name = secret->name.text();
        const auto removed =
            m_wanted.removeIf([&name](const workspace::SetupSecret &each) { return each.name == name; });
        if (removed > 0)
            m_kept.append(name);
    }
    makeNext();
}

void NewSecrets::makeNext()
{
    if (m_wanted.isEmpty())
        return Q_EMIT done({});
    const workspace::SetupSecret secret = m_wanted.takeFirst();
    const auto name = secrets::SecretName::parse(secret.name);
    if (!name)
        return undo(name.error());
    QByteArray value = generated(*secret.form);
    auto written = m_store.write(secrets::workspaceSecretKey(m_project, *name), value);
    base::wipe(value);
    written.then(this, [this, secret](const Status &status) {
        if (!status)
            return undo(status.error());
        m_made.append(secret.name);
        makeNext();
    });
}

void NewSecrets::undo(const Error &because)
{
    undoNext(because);
}

void NewSecrets::undoNext(const Error &because)
{
    if (m_made.isEmpty())
        return Q_EMIT done(because);
    const auto name = secrets::SecretName::parse(m_made.takeLast());
    m_store.remove(secrets::workspaceSecretKey(m_project, *name)).then(this, [this, because](const Status &) {
        undoNext(because);
    });
}

} // namespace mediahelm::app
