// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <compare>

namespace mediahelm::revision {

// The version of the installed Compose, and what depends on it. A plain value, ordered.
struct ComposeVersion {
    int major = 0;
    int minor = 0;
    int patch = 0;

    friend auto operator<=>(const ComposeVersion &, const ComposeVersion &) = default;

    QString text() const; // "2.26.1"

    // --progress json
    bool reportsJson() const { return *this >= ComposeVersion{2, 29, 0}; }
    // Whoever depends on a service that gets a new container gets one too. Later versions stop and start those that
    // say `restart: true` instead.
    bool recreatesDependents() const { return *this < ComposeVersion{2, 29, 4}; }
    // A container that lacks a network or volume of its service gets replaced although its configuration is the same.
    bool checksAttachments() const { return *this >= ComposeVersion{2, 32, 0}; }
    // Scaling down takes the outdated and the highest-numbered first; before, it kept the outdated ones.
    bool keepsNewestOnScaleDown() const { return *this >= ComposeVersion{2, 31, 0}; }
    // pull_policy: daily, weekly, every_<duration>
    bool refreshesImages() const { return *this >= ComposeVersion{2, 34, 0}; }
};

// The oldest that has every option that we use.
inline constexpr ComposeVersion oldestCompose{2, 20, 0};

// Of what `docker compose version` prints: "Docker Compose version v2.26.1-4"; what stands before it (a notice of a
// wrapper) does not matter. Errors: unsupported, with what to do: version 1, or older than oldestCompose; invalid:
// no version in it.
base::Result<ComposeVersion> parseComposeVersion(const QByteArray &output);

} // namespace mediahelm::revision
