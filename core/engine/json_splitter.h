// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace mediahelm::engine {

// Cuts a stream of concatenated JSON objects, with or without line ends between them, into single ones. Finds their
// ends alone; what is between the braces is the parser's to judge. Holds at most `limit` bytes of an unfinished object.
// One owner, any one thread.
class JsonSplitter
{
public:
    explicit JsonSplitter(qsizetype limit = 1024 * 1024)
        : m_limit(limit)
    {
    }

    // The objects that these bytes complete. invalid: something else than an object, or one longer than the limit;
    // further calls answer the same.
    base::Result<QList<QByteArray>> feed(const QByteArray &bytes);
    bool midObject() const { return !m_pending.isEmpty(); }

private:
    qsizetype m_limit;
    QByteArray m_pending; // the beginning of an object
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_broken = false;
};

} // namespace mediahelm::engine
