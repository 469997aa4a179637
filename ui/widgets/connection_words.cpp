// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connection_words.h"

#include "core/model/remedy.h"
#include "ui/style/words.h"

namespace mediahelm::ui {

QString remedyFor(const model::HostProfile &profile, model::ConnectionProblem problem)
{
    return model::remedyFor(profile, remedySentence(problem));
}

} // namespace mediahelm::ui
