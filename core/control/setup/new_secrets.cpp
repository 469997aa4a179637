// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/control/setup/new_secrets.h"

#include "core/base/steps.h"
#include "core/base/wipe.h"
#include "core/secrets/generated_secret.h"

#include <QPointer>

#include <algorithm>

namespace mediahelm::control {

using base::Result;
using base::Status;

namespace {

QByteArray generated(const workspace::SecretForm &form)
{
    return form.alphabet == workspace::SecretForm::Alphabet::hex ? secrets::generatedHex(form.length)
                                                                 : secrets::generatedAlphanumeric(form.length);
}

void wipeAll(QMap<QString, QByteArray> &values)
{
    for (QByteArray &value : values)
        base::wipe(value);
    values.clear();
}

} // namespace

NewSecrets::NewSecrets(secrets::SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

NewSecrets::~NewSecrets()
{
    wipeAll(m_given);
    wipeAll(m_before);
}

QFuture<Status> NewSecrets::make(const secrets::ProjectName &project, const QList<workspace::SetupSecret> &wanted,
                                 const QMap<QString, QByteArray> &given)
{
    m_project = project;
    for (auto value = given.cbegin(); value != given.cend(); ++value)
        m_given.insert(value.key(), QByteArray(value->constData(), value->size()));
    std::ranges::copy_if(wanted, std::back_inserter(m_wanted), [&](const workspace::SetupSecret &secret) {
        return secret.form.has_value() && !given.contains(secret.name);
    });
    return base::futureOf<void>(makeSteps());
}

QFuture<Status> NewSecrets::undo()
{
    return base::futureOf<void>(undoSteps());
}

// What an earlier workspace of this name has made is what its services' data was made with.
void NewSecrets::compare(const QList<secrets::SecretEntry> &entries)
{
    for (const secrets::SecretEntry &entry : entries) {
        const auto secret = secrets::workspaceSecretOf(entry.key);
        if (!secret)
            continue;
        const QString name = secret->name.text();
        m_there.append(name);
        const auto removed =
            m_wanted.removeIf([&name](const workspace::SetupSecret &each) { return each.name == name; });
        if (removed > 0)
            m_kept.append(name);
    }
}

QCoro::Task<Status> NewSecrets::makeSteps()
{
    if (m_wanted.isEmpty() && m_given.isEmpty())
        co_return Status();
    const QPointer<NewSecrets> self(this);
    const Result<secrets::SecretPlace> place = co_await m_store.place();
    if (!self)
        co_return base::abandoned();
    if (!place)
        co_return place.error();
    m_place = *place;
    const Result<QList<secrets::SecretEntry>> entries =
        co_await m_store.list(secrets::workspaceSecretPrefix(m_project));
    if (!self)
        co_return base::abandoned();
    if (!entries)
        co_return entries.error();
    compare(*entries);
    Status done;
    while (done && !m_wanted.isEmpty()) {
        const workspace::SetupSecret secret = m_wanted.takeFirst();
        const QByteArray value = generated(*secret.form);
        done = co_await keepSteps(secret.name, value, false);
        if (!self)
            co_return base::abandoned();
    }
    while (done && !m_given.isEmpty()) {
        const QString name = m_given.firstKey();
        const QByteArray value = m_given.take(name);
        done = co_await keepSteps(name, value, true);
        if (!self)
            co_return base::abandoned();
    }
    if (done)
        co_return Status();
    static_cast<void>(co_await undoSteps()); // what failed first is what counts
    co_return done;
}

// Wipes the value.
QCoro::Task<Status> NewSecrets::keepSteps(QString name, QByteArray value, bool mayBeThere)
{
    const QPointer<NewSecrets> self(this);
    const auto parsed = secrets::SecretName::parse(name);
    if (!parsed)
        co_return parsed.error();
    const QString key = secrets::workspaceSecretKey(m_project, *parsed);
    if (mayBeThere && m_there.contains(name)) {
        const Result<std::optional<QByteArray>> before = co_await m_store.read(key);
        if (!self)
            co_return base::abandoned();
        if (!before)
            co_return before.error();
        if (*before)
            m_before.insert(name, **before);
    }
    const QFuture<Status> writing = m_store.write(key, value);
    base::wipe(value);
    const Status written = co_await writing;
    if (self && written)
        (mayBeThere ? m_written : m_made).append(name);
    co_return written;
}

QCoro::Task<Status> NewSecrets::undoSteps()
{
    const QPointer<NewSecrets> self(this);
    QStringList names = m_made + m_written;
    while (!names.isEmpty()) {
        const QString name = names.takeLast();
        const auto parsed = secrets::SecretName::parse(name);
        const QString key = secrets::workspaceSecretKey(m_project, *parsed);
        const QFuture<Status> undoing =
            m_before.contains(name) ? m_store.write(key, m_before.value(name)) : m_store.remove(key);
        static_cast<void>(co_await undoing);
        if (!self)
            co_return base::abandoned();
    }
    m_made.clear();
    m_written.clear();
    co_return Status();
}

} // namespace mediahelm::control
