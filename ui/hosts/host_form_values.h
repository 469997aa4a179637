// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/host_profile.h"

#include <optional>

namespace mediahelm::ui {

// What the fields of the host dialog hold, and the host that they make. A plain value.
struct HostFormValues {
    using Kind = model::EngineAddress::Kind;

    QString name;
    Kind kind = Kind::ssh;
    QString sshUser;
    QString sshHost;
    int sshPort = 0; // 0: as ssh decides
    QString remoteSocket; // empty: found
    QString socketPath;
    QString tcpHost;
    int tcpPort = 2375;

    static HostFormValues of(const model::HostProfile &profile);
};

enum class HostField { name, sshUser, sshHost, remoteSocket, socketPath, tcpHost };

struct HostFormCheck {
    std::optional<model::HostProfile> profile; // when everything is good
    std::optional<HostField> field; // else the first field that is not
    QString problem; // and what is wrong with it; empty while it is only not filled in yet
};

// `taken` are the names of the other hosts.
HostFormCheck checkHostForm(const HostFormValues &values, const QList<base::HostId> &taken);

// A free name that the host's own suggests: "nas.home" gives "nas".
QString suggestHostName(const QString &host, const QList<base::HostId> &taken);

} // namespace mediahelm::ui
