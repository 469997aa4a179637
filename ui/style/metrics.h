// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

// The measures of the house: space in device-independent pixels, type relative to the system's font.
namespace mediahelm::ui {

namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
} // namespace space

inline constexpr int cardRadius = 8;
inline constexpr int controlRadius = 6;
inline constexpr int smallestTarget = 24; // of anything that is clicked (WCAG 2.2, 2.5.8)

QFont titleFont(const QFont &base); // of a page
QFont headingFont(const QFont &base); // of a card or group
QFont captionFont(const QFont &base); // of what only accompanies
QFont strongFont(const QFont &base);
QFont fixedFont(const QFont &base); // logs, ids, commands; as large as base

} // namespace mediahelm::ui
