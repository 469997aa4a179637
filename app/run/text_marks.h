// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mediahelm::app {

// Characters that act on a terminal instead of standing in it: C0 (the tabulator and the line end too), DEL and C1.
constexpr bool isControlMark(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

// Marks and overrides of direction (Unicode Standard Annex #9): they make a line read as something else.
constexpr bool isReorderingMark(char16_t c)
{
    return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x061c;
}

} // namespace mediahelm::app
