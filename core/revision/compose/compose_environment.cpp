// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/local_compose_process.h"

#include "core/revision/compose/run_note.h"

#include <algorithm>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;
using model::EngineAddress;

namespace {

// COMPOSE_PROFILES stays: it is a value of the user's environment, as any ${VARIABLE} is.
constexpr const char *unwanted[] = {"COMPOSE_FILE",
                                    "COMPOSE_PATH_SEPARATOR",
                                    "COMPOSE_PROJECT_NAME",
                                    "COMPOSE_ENV_FILES",
                                    "COMPOSE_REMOVE_ORPHANS",
                                    "COMPOSE_IGNORE_ORPHANS",
                                    "COMPOSE_DRY_RUN",
                                    "COMPOSE_PROGRESS",
                                    "COMPOSE_ANSI",
                                    "COMPOSE_STATUS_STDOUT",
                                    "COMPOSE_MENU",
                                    "COMPOSE_COMPATIBILITY",
                                    "COMPOSE_CONVERT_WINDOWS_PATHS",
                                    RunNote::variable};
// With DOCKER_HOST these belong to another engine.
constexpr const char *ofAnotherEngine[] = {"DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"};

bool isVariableName(const QString &name)
{
    const auto plain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !name.isEmpty() && name.size() <= 256 && !(name.front() >= u'0' && name.front() <= u'9')
        && std::all_of(name.begin(), name.end(), plain);
}

} // namespace

Result<QProcessEnvironment> composeEnvironment(QProcessEnvironment base, const EngineAddress &engine,
                                               const ComposeSecrets &secrets)
{
    for (const char *name : unwanted)
        base.remove(QString::fromLatin1(name));
    if (engine.kind() == EngineAddress::Kind::ssh)
        return Error{ErrorKind::invalid,
                     QStringLiteral("Compose of this machine does not work for an engine behind SSH"), engine.text()};
    if (engine.kind() != EngineAddress::Kind::local) {
        for (const char *name : ofAnotherEngine)
            base.remove(QString::fromLatin1(name));
        base.insert(QStringLiteral("DOCKER_HOST"), engine.text());
    }
    base.insert(QStringLiteral("DOCKER_CLI_HINTS"), QStringLiteral("false"));
    for (auto it = secrets.begin(); it != secrets.end(); ++it) {
        if (!isVariableName(it.key()) || it.value().contains('\0'))
            return Error{ErrorKind::invalid,
                         QStringLiteral("a secret cannot be handed over: its name is no variable's, or its value is "
                                        "no text"),
                         it.key().left(80)};
        base.insert(it.key(), QString::fromUtf8(it.value()));
    }
    return base;
}

} // namespace mediahelm::revision
