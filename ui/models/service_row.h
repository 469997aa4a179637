// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/fleet.h"
#include "core/control/service_operations.h"
#include "core/model/sample.h"

#include <chrono>
#include <memory>
#include <vector>

namespace mediahelm::ui {

inline constexpr int sparkSlots = 60;
inline constexpr float sparkLeastTop = 0.05F; // of a core, so that idling does not look like work

// How an operation on a row ended, for as long as the row shows it.
struct RowOutcome {
    model::ContainerAction action{};
    std::optional<base::Error> error;
    QDateTime at; // UTC
};

// One container as the service table shows it. A plain value.
struct ServiceRow {
    model::ContainerKey key;
    model::Container container;
    QString uptime; // as it was last written
    QString image; // without the registry's and the digest's noise
    QList<float> cpu; // cores, oldest first, at most sparkSlots; NaN is a gap
    std::optional<model::ContainerSample> sample; // the last one, until the next is overdue
    std::chrono::milliseconds sampledAt{0}; // by our monotonic clock
    std::chrono::milliseconds sampleInterval{2500}; // between the last two; as yet unknown
    std::optional<model::ContainerAction> underWay;
    std::optional<RowOutcome> outcome;
    QString cpuText; // these as they were last told
    QString memoryText;
    QByteArray cpuShape;
    bool gone = false; // removed on the engine; its row leaves when the table may move
};

// A Compose project on a host, or with an empty name the containers started by hand there.
struct ServiceGroup {
    base::HostId host;
    QString project;
    std::vector<ServiceRow> rows; // by service, number, name
    QString cpuText; // these as they were last told
    QString memoryText;
};

// The order of the table while nothing else is asked for.
bool groupBefore(const ServiceGroup &a, const ServiceGroup &b);
bool rowBefore(const model::Container &a, const model::Container &b);

// What a sparkline of these cores looks like, as finely as it is drawn: alike for values that give the same picture.
QByteArray sparkShape(const QList<float> &cores);

// "lscr.io/linuxserver/sonarr:4@sha256:..." as "linuxserver/sonarr:4".
QString shortImage(const QString &image);

} // namespace mediahelm::ui

Q_DECLARE_METATYPE(mediahelm::model::ContainerKey)
