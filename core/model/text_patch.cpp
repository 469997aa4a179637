// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_patch.h"

#include <algorithm>

namespace mediahelm::model {

QByteArray patched(const QByteArray &bytes, QList<TextPatch> patches)
{
    std::stable_sort(patches.begin(), patches.end(),
                     [](const TextPatch &a, const TextPatch &b) { return a.span.begin < b.span.begin; });
    QByteArray result;
    qsizetype at = 0;
    for (const TextPatch &patch : std::as_const(patches)) {
        Q_ASSERT(patch.span.begin >= at);
        result += bytes.mid(at, patch.span.begin - at);
        result += patch.text;
        at = patch.span.end;
    }
    return result + bytes.mid(at);
}

} // namespace mediahelm::model
