// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/compose/compose_version.h"

#include <QList>

#include <optional>

namespace mediahelm::revision {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

// "v2.26.1-4," -> 2.26.1
std::optional<ComposeVersion> versionOf(QByteArray word)
{
    if (word.startsWith('v'))
        word.remove(0, 1);
    QList<int> numbers;
    int number = -1;
    for (const char c : word + ' ') {
        if (c >= '0' && c <= '9' && number < 100000) {
            number = (number < 0 ? 0 : number * 10) + (c - '0');
            continue;
        }
        if (number < 0)
            break;
        numbers.append(number);
        number = -1;
        if (c != '.')
            break;
    }
    if (numbers.size() < 2)
        return std::nullopt;
    return ComposeVersion{numbers[0], numbers[1], numbers.value(2)};
}

std::optional<ComposeVersion> findVersion(const QByteArray &output)
{
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.toLower().contains("compose version"))
            continue;
        const QList<QByteArray> words = line.simplified().split(' ');
        for (const QByteArray &word : words) {
            if (const std::optional<ComposeVersion> version = versionOf(word))
                return version;
        }
    }
    return std::nullopt;
}

} // namespace

QString ComposeVersion::text() const
{
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

Result<ComposeVersion> parseComposeVersion(const QByteArray &output)
{
    const std::optional<ComposeVersion> version = findVersion(output);
    if (!version)
        return Error{ErrorKind::invalid, QStringLiteral("'docker compose version' tells no version"),
                     QString::fromUtf8(output.left(500)).trimmed()};
    if (*version >= oldestCompose)
        return *version;
    const QString found = version->major < 2
        ? QStringLiteral("Compose %1 is installed, which is version 1 and no longer kept")
        : QStringLiteral("Compose %1 is installed, which is too old");
    return Error{ErrorKind::unsupported,
                 (found
                  + QStringLiteral("; install Compose %2 or later (package docker-compose-plugin of Docker, or "
                                   "docker-compose-v2 of Ubuntu)"))
                     .arg(version->text(), oldestCompose.text()),
                 {}};
}

} // namespace mediahelm::revision
