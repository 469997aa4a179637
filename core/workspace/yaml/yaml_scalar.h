// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

namespace mediahelm::workspace {

// What a scalar means to Compose, whose reader is yaml.v3 of Go: YAML 1.2's core schema with the octals of both 1.1
// (0644) and 1.2 (0o644), binary numbers, underscores in numbers, and timestamps. yes, no, on and off are strings, and
// so are sexagesimals such as 22:22.
enum class ScalarType {
    null,
    boolean,
    integer,
    floating,
    timestamp,
    string,
    unfit, // has a tag of YAML's own that its text does not fit: !!int abc
};

// `tag` as YamlNode::tag() gives it; `plain` says that it is not quoted and no block scalar.
ScalarType scalarType(const QString &text, const QString &tag, bool plain);

// The value as JSON: what `docker compose config --format json` shows. A timestamp and what is unfit are strings, an
// integer beyond 63 bits is a double, an infinity and not-a-number are strings of the text, since JSON has none.
QJsonValue scalarJson(const QString &text, const QString &tag, bool plain);

} // namespace mediahelm::workspace
