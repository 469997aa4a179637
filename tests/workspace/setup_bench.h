// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/setup/setup.h"

#include <QtGlobal>

#include <algorithm>

namespace mediahelm::tests {

// What tests of new workspaces share.

inline const workspace::Catalog &catalog()
{
    static const base::Result<workspace::Catalog> read = workspace::Catalog::builtIn();
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

// A machine with room for everything.
inline workspace::SetupRequest request(const QStringList &services, const QMap<QString, QString> &values = {})
{
    workspace::SetupRequest wanted;
    wanted.project = QStringLiteral("media");
    wanted.folder = QStringLiteral("/srv/media");
    wanted.services = services;
    wanted.values = values;
    wanted.host = {1234,
                   2345,
                   QStringLiteral("Europe/Berlin"),
                   QStringLiteral("192.168.1.10"),
                   8,
                   qint64(64) << 30,
                   qint64(900) << 30,
                   {}};
    return wanted;
}

inline QByteArray fileOf(const workspace::Setup &setup, const QString &path)
{
    const auto found = std::ranges::find(setup.files, path, &workspace::SetupFile::path);
    return found == setup.files.end() ? QByteArray() : found->bytes;
}

inline int portOf(const workspace::Setup &setup, const QString &variable)
{
    const auto found = std::ranges::find(setup.ports, variable, &workspace::SetupPort::variable);
    return found == setup.ports.end() ? 0 : found->number;
}

} // namespace mediahelm::tests
