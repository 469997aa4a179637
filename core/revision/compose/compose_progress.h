// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mediahelm::revision {

// One step that Compose reports. A plain value.
struct ComposeProgress {
    enum class Kind { container, network, volume, image, layer, other };

    Kind kind = Kind::other;
    QString name; // of the container, network or volume; the service or image that is pulled; a layer's id
    QString parent; // of a layer: who is pulled
    QString status; // Compose's own word: "Creating", "Started", "Pulling", "Download complete", "Error"
    QString detail; // further words: of an error, or a layer's "12MB/40MB"
    bool failed = false;
    qint64 current = 0; // bytes, where it tells them
    qint64 total = 0;

    // The step is over: "Created", "Started", "Pulled", "Removed", ...
    bool done() const;

    friend bool operator==(const ComposeProgress &, const ComposeProgress &) = default;
};

// Of a line of JSON (--progress json, as version 2.29 and as 5 write it) or of the plain ones (" Container x-1
// Started", " web Pulling "). nullopt for a line that reports no step.
std::optional<ComposeProgress> parseProgress(const QString &line);

} // namespace mediahelm::revision
