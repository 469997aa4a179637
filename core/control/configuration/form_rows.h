// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/form_field.h"

#include <optional>

namespace mediahelm::control {

// Rows of a form in one line of text, as Compose's short forms have them: "127.0.0.1:8080:80/udp", "./a:/b:ro",
// "/dev/dri:/dev/dri:rw", "NAME=value". References such as ${PORT:-80} are never cut apart.

// The cells of a text, empty ones for what it leaves out; nothing where it has more parts than there are columns.
std::optional<QStringList> cellsOfText(FieldKind kind, const QString &text);

// The text of cells; nothing where these make none: no port of the container, no target, no name. `before` is the text
// that it takes the place of: options of a mount stay, but for "ro". Blanks around cells are dropped but in values.
std::optional<QString> textOfCells(FieldKind kind, const QStringList &cells, const QString &before = {});

// The keys of the long form of a row, as the columns; none where the kind has no such form.
QStringList longKeys(FieldKind kind);

} // namespace mediahelm::control
