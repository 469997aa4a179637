// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/api_path.h"

namespace mediahelm::engine {

ApiPath::ApiPath(const char *before, const base::ContainerId &id, const char *after)
    : m_path(QByteArray(before) + id.text().toLatin1() + after)
{
}

ApiPath::ApiPath(const char *before, const base::ImageName &name, const char *after)
    : m_path(QByteArray(before) + name.text().toLatin1() + after)
{
}

ApiPath &ApiPath::query(const char *key, const QByteArray &value)
{
    m_query += m_query.isEmpty() ? '?' : '&';
    m_query += key + QByteArrayLiteral("=") + value.toPercentEncoding();
    return *this;
}

QByteArray ApiPath::target(const model::ApiVersion &version) const
{
    if (version == model::ApiVersion{})
        return m_path + m_query;
    return "/v" + version.text().toLatin1() + m_path + m_query;
}

QString shortId(const base::ContainerId &id)
{
    return id.text().left(12);
}

} // namespace mediahelm::engine
