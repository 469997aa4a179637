// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace mediahelm::model {

struct LogLine {
    enum class Stream { out, err };

    Stream stream = Stream::out; // always out for a container with a TTY
    QDateTime at; // UTC; invalid when timestamps were not asked for
    QByteArray
        text; // as the container wrote it, without the line end; not necessarily UTF-8, may hold escape sequences
    bool cut = false; // longer than the limit; the rest was dropped
};

struct LogOptions {
    bool follow = false;
    bool timestamps = true;
    int tail = -1; // lines from the end; -1 for all
    QDateTime since; // invalid for no bound
    QDateTime until; // invalid for no bound
};

} // namespace mediahelm::model
