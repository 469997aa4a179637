// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/checks/compose_model.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace mediahelm::tests {

using FileReader = std::function<QByteArray(const QString &path)>;

// What a model says, a line each and sorted, so that two can be compared: of ours, and of what `docker compose config
// --format json --no-normalize --no-path-resolution` printed. `read` gives the env files that ours names: Compose has
// them in the environment already.
QStringList wordsOf(const workspace::ComposeModel &model, const QMap<QString, QString> &process,
                    const FileReader &read);
QStringList wordsOf(const QJsonObject &composed);

} // namespace mediahelm::tests
