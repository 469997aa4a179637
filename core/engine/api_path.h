// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/model/engine_info.h"

#include <QByteArray>
#include <QString>

namespace mediahelm::engine {

// The target of a call, put together from constant text and validated ids alone, so that nothing from outside can lead
// a call elsewhere. Values of the query are percent-encoded. A value type.
class ApiPath
{
public:
    explicit ApiPath(const char *route) // a literal: "/containers/json"
        : m_path(route)
    {
    }
    ApiPath(const char *before, const base::ContainerId &id, const char *after); // literals around the id
    ApiPath(const char *before, const base::ImageName &name, const char *after);

    ApiPath &query(const char *key, const QByteArray &value);
    ApiPath &query(const char *key, qint64 value) { return query(key, QByteArray::number(value)); }

    // "/v1.41/containers/json?all=1"; without a prefix for version {}.
    QByteArray target(const model::ApiVersion &version) const;
    const QByteArray &path() const { return m_path; } // "/containers/json", for messages

private:
    QByteArray m_path;
    QByteArray m_query;
};

// The first 12 digits, as the Docker CLI shows an id.
QString shortId(const base::ContainerId &id);

} // namespace mediahelm::engine
