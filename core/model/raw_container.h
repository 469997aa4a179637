// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace mediahelm::model {

// How a container was made, in the engine's own words: for making it again, which takes more than any page shows. Its
// environment may hold secrets: it is neither logged nor kept. A plain value.
struct RawContainer {
    QJsonObject container; // GET /containers/{id}/json
    QJsonObject image; // GET /images/{id}/json of the image that it was made from; empty where that is gone

    friend bool operator==(const RawContainer &, const RawContainer &) = default;
};

} // namespace mediahelm::model
