// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sample.h"

#include <QByteArray>

#include <array>

namespace mediahelm::server {

// The newest sample of one object as the feed tells it: short keys, rounded numbers, and for each the tick at which it
// last changed, so that a message names only what did. A value type.
class FeedFields
{
public:
    void set(const model::ContainerSample &sample, quint64 tick);
    void set(const model::HostSample &sample, quint64 tick);
    // Everything becomes null when there was no sample in the last ticks: a gap, and not the old value for ever.
    void expire(quint64 tick);

    // {"cpu":0.0123,"mem":1048576}: what changed after tick `since`; empty text when nothing did. Since 0, all that is
    // not null.
    QByteArray json(quint64 since) const;

private:
    struct Field {
        const char *key = nullptr;
        QByteArray text; // empty: null
        quint64 changed = 0;
    };

    void put(std::size_t index, const char *key, QByteArray text, quint64 tick);

    std::array<Field, 8> m_fields;
    quint64 m_sampled = 0; // the tick of the last sample; 0 for none
    quint64 m_changed = 0; // of any field
};

} // namespace mediahelm::server
