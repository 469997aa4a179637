// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/observed_container.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace mediahelm::revision {

// Compose labels a container with a hash of its service in which references to other services (network_mode, pid and
// ipc of service:x, volumes_from) have become ids of containers, and env files have become values. `config --hash` does
// neither (up to version 5.4), so that it is run over this instead: Compose's own resolved model, with the references
// replaced by what runs now. A reference to a service without a container stays: its hash fits no label, as its
// container has to be made anew anyhow. The result may hold secrets, as the model does.
// Errors: invalid: no model.
base::Result<QByteArray> hashInput(const QByteArray &resolvedModel, const QList<model::ObservedContainer> &containers);

// Of a model that was resolved in a mirror (ComposeCommand::Parts): as if it had been resolved in the mirror's
// original. Paths that Compose has made absolute lead into the mirror, and are told without it. Errors: invalid: no
// model.
base::Result<QByteArray> withoutMirror(const QByteArray &resolvedModel, const QString &mirror);

// Of "web 3f5b26...\n": service to hash. Errors: invalid: a line that is none of these.
base::Result<QHash<QString, QString>> parseHashes(const QByteArray &output);

// The container of a service that references mean: the first by name, one-off ones left out; nullptr for none.
const model::ObservedContainer *referredContainer(const QList<model::ObservedContainer> &containers,
                                                  const QString &service);

} // namespace mediahelm::revision
