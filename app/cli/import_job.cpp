// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_job.h"

#include "app/cli/inert_text.h"
#include "app/cli/plain_secrets.h"
#include "app/options/exit_code.h"
#include "core/base/durable_file.h"
#include "core/base/wipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mediahelm::app {

namespace ws = workspace;
using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Result;
using base::Status;

ImportJob::ImportJob(control::Fleet &fleet, secrets::SecretStore &secrets, Terminal &terminal, ImportOptions options)
    : m_fleet(fleet)
    , m_store(secrets)
    , m_terminal(terminal)
    , m_options(std::move(options))
    , m_gathering(fleet)
{
}

ImportJob::~ImportJob()
{
    for (ws::ImportedSecret &secret : m_imported.secrets)
        base::wipe(secret.value);
}

void ImportJob::start()
{
    connect(&m_gathering, &Gathering::done, this, &ImportJob::gathered);
    m_gathering.start();
}

void ImportJob::gathered()
{
    const QList<control::HostStatus> failed = m_gathering.failed();
    for (const control::HostStatus &host : failed)
        m_terminal.complain(problemWords(host));
    const QList<HostContainers> hosts = m_gathering.containers();
    if (hosts.isEmpty())
        return Q_EMIT finished(ExitCode::unavailable);
    const auto found = findServices({m_options.container}, hosts);
    if (const auto *error = std::get_if<FindError>(&found)) {
        m_terminal.complain(
            error->message
            + (error->suggestion.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(error->suggestion)));
        for (const QString &choice : error->choices)
            m_terminal.complain(u"  "_s + choice);
        return Q_EMIT finished(error->exitCode);
    }
    const FoundContainer chosen = std::get<QList<FoundContainer>>(found).first();
    for (const HostContainers &host : hosts) {
        if (host.host != chosen.host)
            continue;
        for (const model::Container &container : host.containers)
            m_context.containerNames.insert(container.id.text(), container.name.text());
    }
    if (const auto host = m_fleet.host(chosen.host); host && host->engine)
        m_context.hostName = host->engine->hostName;
    m_fleet.rawContainer(chosen.key()).then(this, [this](const Result<model::RawContainer> &raw) { import(raw); });
}

void ImportJob::import(const Result<model::RawContainer> &raw)
{
    if (!raw)
        return fail(raw.error());
    const Result<ws::ImportedService> imported = ws::importContainer(*raw, m_context);
    if (!imported)
        return fail(imported.error());
    m_imported = *imported;
    if (m_options.owner)
        return storeNext(0);
    write();
}

// One of that name which is kept already may be another service's.
void ImportJob::storeNext(qsizetype index)
{
    if (index == m_imported.secrets.size())
        return write();
    const auto name = secrets::SecretName::parse(m_imported.secrets.at(index).variable);
    if (!name)
        return fail(name.error());
    const QString key = secrets::workspaceSecretKey(m_options.owner->project, *name);
    m_store.read(key).then(this, [this, index, key](const Result<std::optional<QByteArray>> &kept) {
        if (!kept)
            return fail(kept.error());
        const bool there = kept->has_value();
        const bool same = there && **kept == m_imported.secrets.at(index).value;
        if (there) {
            QByteArray copy = **kept; // shares its bytes, and so wipes them
            base::wipe(copy);
        }
        if (same)
            return storeNext(index + 1);
        if (there)
            return fail(Error{ErrorKind::conflict,
                              u"another value of %1 is kept already; nothing was written"_s.arg(
                                  m_imported.secrets.at(index).variable),
                              {}});
        store(index, key);
    });
}

void ImportJob::store(qsizetype index, const QString &key)
{
    m_store.write(key, m_imported.secrets.at(index).value).then(this, [this, index](const Status &status) {
        if (!status)
            return fail(status.error());
        storeNext(index + 1);
    });
}

void ImportJob::write()
{
    if (!m_options.output.isEmpty()) {
        const Status written = base::createDurably(m_options.output, m_imported.yaml, 0644);
        if (!written)
            return fail(written.error());
        if (!m_options.json)
            m_terminal.say(u"wrote %1"_s.arg(inertWords(m_options.output)));
    }
    const bool text = m_options.output.isEmpty() && !m_options.json;
    if ((text && !m_terminal.print(m_imported.yaml)) || (m_options.json && !m_terminal.print(json())))
        return Q_EMIT finished(m_terminal.exitCode());
    if (!m_options.json) {
        for (const QString &warning : std::as_const(m_imported.warnings))
            m_terminal.complain(u"warning: "_s + inertWords(warning));
        tellSecrets();
        if (const QString hint = m_options.owner ? plainSecretsHint(m_options.owner->folder) : QString();
            !hint.isEmpty())
            m_terminal.say(hint);
        m_terminal.say(
            u"the container keeps its name until it is removed: docker rm -f %1, then docker compose up -d"_s.arg(
                inertWords(m_imported.service)));
    }
    Q_EMIT finished(ExitCode::ok);
}

void ImportJob::tellSecrets()
{
    for (const ws::ImportedSecret &secret : std::as_const(m_imported.secrets)) {
        if (!m_options.owner)
            m_terminal.complain(
                u"warning: %1 looks like a secret, so its value is not in the file; keep it: "
                "mediahelm secrets set %2, or give --store-secrets"_s.arg(secret.environment, secret.variable));
        else if (!m_options.owner->listed.contains(secret.variable))
            m_terminal.complain(
                u"warning: %1 is kept; list it under secrets in mediahelm.yaml, so that Compose is given it"_s.arg(
                    secret.variable));
        else
            m_terminal.say(u"%1 is kept"_s.arg(secret.variable));
    }
}

QByteArray ImportJob::json() const
{
    QJsonArray secrets;
    for (const ws::ImportedSecret &secret : m_imported.secrets)
        secrets.append(QJsonObject{{u"name"_s, secret.environment},
                                   {u"variable"_s, secret.variable},
                                   {u"stored"_s, m_options.owner.has_value()}});
    return inertJson(QJsonDocument(QJsonObject{
        {u"service"_s, m_imported.service},
        {u"file"_s, m_options.output.isEmpty() ? QJsonValue() : QJsonValue(m_options.output)},
        {u"yaml"_s, QString::fromUtf8(m_imported.yaml)},
        {u"secrets"_s, secrets},
        {u"warnings"_s, QJsonArray::fromStringList(m_imported.warnings)},
    }));
}

void ImportJob::fail(const Error &error)
{
    m_terminal.complain(inertWords(error.message));
    if (!error.detail.isEmpty())
        m_terminal.complain(inertWords(error.detail));
    Q_EMIT finished(error.kind == ErrorKind::conflict ? ExitCode::cannotCreate : exitCodeFor(error.kind));
}

} // namespace mediahelm::app
