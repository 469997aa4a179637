// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/new_file_text.h"

namespace mediahelm::ui {

namespace {

// As Compose takes a service's name: letters, digits, '.', '_' and '-'.
QByteArray serviceName(const QString &path)
{
    QByteArray name;
    const QString file = path.section(u'/', -1).section(u'.', 0, 0);
    for (const QChar c : file) {
        const char latin = c.toLatin1();
        const bool plain = (latin >= 'a' && latin <= 'z') || (latin >= 'A' && latin <= 'Z')
            || (latin >= '0' && latin <= '9') || latin == '.' || latin == '_' || latin == '-';
        name += plain ? latin : '-';
    }
    return name.isEmpty() ? QByteArray("service") : name;
}

} // namespace

QByteArray newFileText(const QString &path, control::FileKind kind)
{
    using control::FileKind;
    switch (kind) {
    case FileKind::compose: {
        const QByteArray name = serviceName(path);
        return "services:\n  " + name + ":\n    image: " + name.toLower() + ":1.0\n    restart: unless-stopped\n";
    }
    case FileKind::env: return "# NAME=value\n";
    case FileKind::schema:
        return "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"type\": \"object\",\n"
               "  \"properties\": {}\n}\n";
    case FileKind::manifest:
    case FileKind::alerts:
    case FileKind::handedOver: break;
    }
    return {};
}

} // namespace mediahelm::ui
