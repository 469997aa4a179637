// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/json_splitter.h"

#include <utility>

namespace mediahelm::engine {

using base::Error;
using base::ErrorKind;
using base::Result;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

Result<QList<QByteArray>> JsonSplitter::feed(const QByteArray &bytes)
{
    QList<QByteArray> objects;
    qsizetype start = 0; // of the object that is being read, in these bytes
    for (qsizetype at = 0; at < bytes.size() && !m_broken; ++at) {
        const char c = bytes[at];
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
        } else if (m_depth == 0) {
            m_broken = c != '{' && !isSpace(c);
            if (c == '{') {
                m_depth = 1;
                start = at;
            }
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{') {
            ++m_depth;
        } else if (c == '}' && --m_depth == 0) {
            objects.append(std::exchange(m_pending, {}) + bytes.sliced(start, at + 1 - start));
            start = at + 1;
        }
    }
    if (m_depth > 0)
        m_pending += bytes.sliced(start);
    if (m_pending.size() > m_limit) {
        m_pending.clear();
        m_broken = true;
    }
    if (m_broken)
        return Error{
            ErrorKind::invalid, QStringLiteral("no JSON object, or one longer than %1 bytes").arg(m_limit), {}};
    return objects;
}

} // namespace mediahelm::engine
