// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/local_endpoint.h"

#include "core/base/durable_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace mediahelm::transport {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::EngineAddress;

namespace {

constexpr qint64 longestFile = 1024 * 1024;

QString configFolder(const LocalEnvironment &environment)
{
    const QString named = environment.variables.value(QStringLiteral("DOCKER_CONFIG"));
    if (!named.isEmpty())
        return named;
    return environment.home.isEmpty() ? QString() : environment.home + QStringLiteral("/.docker");
}

// An absent file reads as an empty object.
Result<QJsonObject> readObject(const QString &path)
{
    const Result<QByteArray> bytes = base::readBounded(path, longestFile);
    if (!bytes) {
        if (bytes.error().kind == ErrorKind::notFound)
            return QJsonObject();
        return bytes.error();
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return Error{ErrorKind::invalid, QStringLiteral("%1 is not a JSON object").arg(path), problem.errorString()};
    return document.object();
}

// As the Docker CLI reads DOCKER_HOST and a context's host: npipe and http mean nothing here.
Result<EngineAddress> parseHost(const QString &host, const QString &setting)
{
    QString text = host.trimmed();
    if (text.startsWith(QLatin1String("tcp://")) && text.endsWith(QLatin1Char('/')))
        text.chop(1);
    const bool known = text.startsWith(QLatin1String("unix://")) || text.startsWith(QLatin1String("tcp://"))
        || text.startsWith(QLatin1String("ssh://"));
    if (!known)
        return Error{ErrorKind::unsupported,
                     QStringLiteral("%1 names an engine by something else than unix://, tcp:// or ssh://").arg(setting),
                     text.left(200)};
    const Result<EngineAddress> address = EngineAddress::parse(text);
    if (!address)
        return Error{ErrorKind::invalid, QStringLiteral("%1: %2").arg(setting, address.error().message),
                     text.left(200)};
    return address;
}

Error noTls(const QString &setting)
{
    return Error{ErrorKind::unsupported,
                 QStringLiteral("%1 asks for TLS, which is not spoken here; use ssh:// instead").arg(setting),
                 {}};
}

QString chosenContext(const LocalEnvironment &environment, const QJsonObject &config)
{
    const QString named = environment.variables.value(QStringLiteral("DOCKER_CONTEXT"));
    return named.isEmpty() ? config.value(QLatin1String("currentContext")).toString() : named;
}

Result<EngineAddress> readContext(const QString &folder, const QString &name)
{
    const QString setting = QStringLiteral("the docker context '%1'").arg(name.left(80));
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
    const Result<QJsonObject> meta = readObject(QStringLiteral("%1/contexts/meta/%2/meta.json").arg(folder, hash));
    if (!meta)
        return meta.error();
    if (meta->isEmpty())
        return Error{ErrorKind::notFound, QStringLiteral("%1 does not exist").arg(setting), {}};
    const QJsonObject endpoint =
        meta->value(QLatin1String("Endpoints")).toObject().value(QLatin1String("docker")).toObject();
    const Result<EngineAddress> address = parseHost(endpoint.value(QLatin1String("Host")).toString(), setting);
    if (address && address->kind() == EngineAddress::Kind::tcp
        && QFileInfo(QStringLiteral("%1/contexts/tls/%2").arg(folder, hash)).isDir())
        return noTls(setting);
    return address;
}

bool usable(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), R_OK | W_OK) == 0;
}

} // namespace

LocalEnvironment LocalEnvironment::current()
{
    LocalEnvironment environment;
    environment.variables = QProcessEnvironment::systemEnvironment();
    environment.home = environment.variables.value(QStringLiteral("HOME"));
    environment.userId = static_cast<qint64>(::getuid());
    return environment;
}

QStringList localSocketCandidates(const LocalEnvironment &environment)
{
    QStringList runtimeFolders;
    const QString named = environment.variables.value(QStringLiteral("XDG_RUNTIME_DIR"));
    if (named.startsWith(QLatin1Char('/')))
        runtimeFolders.append(named);
    runtimeFolders.append(QStringLiteral("%1/run/user/%2").arg(environment.root).arg(environment.userId));
    runtimeFolders.removeDuplicates();

    QStringList paths{environment.root + QStringLiteral("/var/run/docker.sock")};
    for (const QString &folder : std::as_const(runtimeFolders))
        paths.append(folder + QStringLiteral("/docker.sock"));
    if (!environment.home.isEmpty()) {
        paths.append(environment.home + QStringLiteral("/.docker/run/docker.sock"));
        paths.append(environment.home + QStringLiteral("/.docker/desktop/docker.sock"));
    }
    for (const QString &folder : std::as_const(runtimeFolders))
        paths.append(folder + QStringLiteral("/podman/podman.sock"));
    paths.append(environment.root + QStringLiteral("/run/podman/podman.sock"));
    return paths;
}

Result<EngineAddress> findLocalEngine(const LocalEnvironment &environment)
{
    const QString variable = QStringLiteral("DOCKER_HOST");
    const QString host = environment.variables.value(variable);
    if (!host.isEmpty()) {
        const Result<EngineAddress> address = parseHost(host, variable);
        if (address && address->kind() == EngineAddress::Kind::tcp
            && !environment.variables.value(QStringLiteral("DOCKER_TLS_VERIFY")).isEmpty())
            return noTls(QStringLiteral("DOCKER_TLS_VERIFY"));
        return address;
    }

    // A DOCKER_HOST that is set and empty means the default socket, whatever the context (cli/command/cli.go).
    const QString folder = configFolder(environment);
    if (!folder.isEmpty() && !environment.variables.contains(variable)) {
        const Result<QJsonObject> config = readObject(folder + QStringLiteral("/config.json"));
        if (!config)
            return config.error();
        const QString context = chosenContext(environment, *config);
        if (!context.isEmpty() && context != QLatin1String("default"))
            return readContext(folder, context);
    }

    const QStringList candidates = localSocketCandidates(environment);
    auto chosen = std::find_if(candidates.begin(), candidates.end(), usable);
    if (chosen == candidates.end())
        chosen = std::find_if(candidates.begin(), candidates.end(),
                              [](const QString &path) { return QFileInfo::exists(path); });
    return EngineAddress::parse(QStringLiteral("unix://")
                                + (chosen == candidates.end() ? candidates.first() : *chosen));
}

} // namespace mediahelm::transport
