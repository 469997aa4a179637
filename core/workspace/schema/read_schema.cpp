// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/schema/schema_reader.h"

#include <QJsonDocument>

namespace mediahelm::workspace {

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;

} // namespace

QString schemaRuleKey()
{
    return QStringLiteral("mediahelm-rule");
}

base::Result<SchemaReading> readSchema(const QByteArray &json, SchemaOrigin origin)
{
    const auto invalid = [](const QString &why) { return base::Error{base::ErrorKind::invalid, why, {}}; };
    if (json.size() > mostBytes)
        return invalid(QStringLiteral("The schema is larger than 1 MiB"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return invalid(QStringLiteral("The schema is not a JSON object: %1 at byte %2")
                           .arg(error.errorString())
                           .arg(error.offset));
    }
    return SchemaReader(origin).read(document.object());
}

} // namespace mediahelm::workspace
