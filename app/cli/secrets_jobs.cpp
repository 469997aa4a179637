// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secrets_jobs.h"

#include "app/cli/inert_text.h"
#include "app/cli/secrets_text.h"
#include "app/options/exit_code.h"
#include "core/base/nearest.h"
#include "core/base/wipe.h"

#include <QStringDecoder>

#include <algorithm>

namespace mediahelm::app {

using base::Result;
using base::Status;
using secrets::SecretEntry;
using secrets::SecretPlace;

namespace {

constexpr qsizetype longestValue = 65'536; // as much as the sealed file takes
constexpr qsizetype longestAnswer = 1024;

int complain(Terminal &terminal, const base::Error &error)
{
    terminal.complain(error.message);
    if (!error.detail.isEmpty())
        terminal.complain(error.detail);
    return exitCodeFor(error.kind);
}

QString nameOf(const secrets::WorkspaceSecret &secret)
{
    return QStringLiteral("%1 of %2").arg(secret.name.text(), secret.project.text());
}

// That there is no keychain is told before anything is put elsewhere.
void tellPlace(Terminal &terminal, const SecretPlace &place)
{
    if (place.insteadOfKeychain)
        terminal.say(QStringLiteral("no keychain can be used here (%1), so the place for secrets is %2")
                         .arg(inertWords(place.insteadOfKeychain->detail.isEmpty() ? place.insteadOfKeychain->message
                                                                                   : place.insteadOfKeychain->detail),
                              placeWords(place)));
}

// What no environment variable could hold; empty when it could.
QString whatIsWrong(const QByteArray &value)
{
    if (value.isEmpty())
        return QStringLiteral("the value is empty; nothing was changed");
    if (value.contains('\0'))
        return QStringLiteral("the value holds a NUL byte, which no environment variable can; nothing was changed");
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString decoded = decoder(value);
    decoded.fill(u'\0');
    return decoder.hasError() ? QStringLiteral("the value is not UTF-8 text; nothing was changed") : QString();
}

} // namespace

SetSecretJob::SetSecretJob(secrets::SecretStore &store, Terminal &terminal, secrets::WorkspaceSecret secret, bool json)
    : m_store(store)
    , m_terminal(terminal)
    , m_secret(std::move(secret))
    , m_json(json)
{
}

void SetSecretJob::start()
{
    m_store.place().then(this, [this](const Result<SecretPlace> &place) {
        if (!place)
            return Q_EMIT finished(complain(m_terminal, place.error()));
        m_place = *place;
        tellPlace(m_terminal, m_place);
        ask();
    });
}

void SetSecretJob::ask()
{
    const bool typed = StandardInput::isTerminal();
    if (typed) {
        m_hidden.emplace();
        m_terminal.ask(QStringLiteral("value of %1 (it is not shown):").arg(nameOf(m_secret)));
    }
    m_input.read(typed ? StandardInput::Until::line : StandardInput::Until::end, longestValue + 1)
        .then(this, [this](const Result<QByteArray> &value) {
            m_hidden.reset();
            take(value);
        });
}

void SetSecretJob::take(const Result<QByteArray> &read)
{
    if (!read)
        return Q_EMIT finished(complain(m_terminal, read.error()));
    QByteArray value = *read; // shares its bytes, and so wipes them
    const bool ends = !StandardInput::isTerminal() && value.endsWith('\n');
    const QByteArray content = QByteArray(value.constData(), value.size() - (ends ? 1 : 0));
    base::wipe(value);
    keep(content);
}

void SetSecretJob::keep(const QByteArray &content)
{
    QByteArray value = content;
    const QString wrong = value.size() > longestValue
        ? QStringLiteral("the value is too long: at most %1 bytes").arg(longestValue)
        : whatIsWrong(value);
    if (!wrong.isEmpty()) {
        base::wipe(value);
        m_terminal.complain(wrong);
        return Q_EMIT finished(ExitCode::data);
    }
    auto written = m_store.write(secrets::workspaceSecretKey(m_secret.project, m_secret.name), value);
    base::wipe(value);
    written.then(this, [this](const Status &status) {
        if (!status)
            return Q_EMIT finished(complain(m_terminal, status.error()));
        m_terminal.say(QStringLiteral("%1 is kept in %2").arg(nameOf(m_secret), keeperWords(m_place.keeper)));
        const bool printed = !m_json || m_terminal.print(secretJson(m_secret, m_place.keeper));
        Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
    });
}

ListSecretsJob::ListSecretsJob(secrets::SecretStore &store, Terminal &terminal, Options options)
    : m_store(store)
    , m_terminal(terminal)
    , m_options(std::move(options))
{
}

void ListSecretsJob::start()
{
    m_store.place().then(this, [this](const Result<SecretPlace> &place) {
        if (!place)
            return Q_EMIT finished(complain(m_terminal, place.error()));
        if (!m_options.names)
            tellPlace(m_terminal, *place);
        list(*place);
    });
}

void ListSecretsJob::list(const SecretPlace &place)
{
    const QString prefix =
        m_options.project ? secrets::workspaceSecretPrefix(*m_options.project) : secrets::workspaceSecretPrefix();
    m_store.list(prefix).then(this, [this, place](const Result<QList<SecretEntry>> &entries) {
        if (!entries) {
            m_terminal.complain(QStringLiteral("store: %1").arg(placeWords(place)));
            return Q_EMIT finished(complain(m_terminal, entries.error()));
        }
        const bool printed = m_terminal.print(m_options.names      ? secretNames(*entries).toUtf8()
                                                  : m_options.json ? secretsJson(place, *entries)
                                                                   : secretsTable(place, *entries).toUtf8());
        Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
    });
}

RemoveSecretJob::RemoveSecretJob(secrets::SecretStore &store, Terminal &terminal, secrets::WorkspaceSecret secret,
                                 Options options)
    : m_store(store)
    , m_terminal(terminal)
    , m_secret(std::move(secret))
    , m_options(options)
{
}

void RemoveSecretJob::start()
{
    m_store.place().then(this, [this](const Result<SecretPlace> &place) {
        if (!place)
            return Q_EMIT finished(complain(m_terminal, place.error()));
        tellPlace(m_terminal, *place);
        m_store.list(secrets::workspaceSecretPrefix(m_secret.project))
            .then(this, [this](const Result<QList<SecretEntry>> &kept) {
                if (!kept)
                    return Q_EMIT finished(complain(m_terminal, kept.error()));
                find(*kept);
            });
    });
}

void RemoveSecretJob::find(const QList<SecretEntry> &kept)
{
    const QString key = secrets::workspaceSecretKey(m_secret.project, m_secret.name);
    const auto found = std::ranges::find(kept, key, &SecretEntry::key);
    if (found == kept.end()) {
        const QStringList names = secretNames(kept).split(u'\n', Qt::SkipEmptyParts);
        const QString nearest = base::nearestName(m_secret.name.text(), names);
        m_terminal.complain(QStringLiteral("no secret %1 is kept").arg(nameOf(m_secret))
                            + (nearest.isEmpty() ? QString() : QStringLiteral("; did you mean %1?").arg(nearest)));
        return Q_EMIT finished(ExitCode::noInput);
    }
    if (m_options.yes)
        return remove(found->keeper);
    if (!StandardInput::isTerminal()) {
        m_terminal.complain(
            QStringLiteral("would remove %1; where nobody can be asked, that needs --yes").arg(what(found->keeper)));
        return Q_EMIT finished(ExitCode::usage);
    }
    ask(found->keeper);
}

QString RemoveSecretJob::what(secrets::SecretKeeper keeper) const
{
    return QStringLiteral("%1 from %2").arg(nameOf(m_secret), keeperWords(keeper));
}

void RemoveSecretJob::ask(secrets::SecretKeeper keeper)
{
    m_terminal.ask(QStringLiteral("remove %1? It cannot be brought back. [y/N]").arg(what(keeper)));
    m_input.read(StandardInput::Until::line, longestAnswer)
        .then(this, [this, keeper](const Result<QByteArray> &answer) {
            const QByteArray word = answer ? answer->trimmed().toLower() : QByteArray();
            if (word == "y" || word == "yes")
                return remove(keeper);
            m_terminal.say(QStringLiteral("nothing was removed"));
            Q_EMIT finished(ExitCode::failed);
        });
}

void RemoveSecretJob::remove(secrets::SecretKeeper keeper)
{
    const QString key = secrets::workspaceSecretKey(m_secret.project, m_secret.name);
    m_store.remove(key).then(this, [this, keeper](const Status &status) {
        if (!status)
            return Q_EMIT finished(complain(m_terminal, status.error()));
        m_terminal.say(QStringLiteral("removed %1").arg(what(keeper)));
        const bool printed = !m_options.json || m_terminal.print(secretJson(m_secret, keeper));
        Q_EMIT finished(printed ? ExitCode::ok : m_terminal.exitCode());
    });
}

} // namespace mediahelm::app
