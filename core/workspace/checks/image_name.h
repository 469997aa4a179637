// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::workspace {

// A reference to an image: [REGISTRY/]PATH[:TAG][@DIGEST] (distribution/reference). A plain value.
struct ImageName {
    QString repository; // as docker.io has it: without docker.io/ and library/
    QString tag; // empty for none
    QString digest; // "sha256:..."; empty for none
};

// Nothing where it is no reference.
std::optional<ImageName> parseImageName(const QString &text);

// Whether a tag names no version: none, latest, nightly, ...
bool isFloatingTag(const QString &tag);

} // namespace mediahelm::workspace
