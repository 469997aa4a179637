// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

namespace mediahelm::workspace {

using namespace Qt::StringLiterals;
using model::Severity;

namespace {

QString placeWords(const ModelSource &source)
{
    return u"%1:%2"_s.arg(shownName(source.file->path)).arg(source.file->document.place(source.node).line);
}

void checkConflict(const ModelConflict &conflict, CheckReport &report)
{
    report.add(Severity::error, u"include-conflict"_s, conflict.here,
               u"%1 stands under %2 here and, otherwise, in %3, which is included; give one of them another name, or "
               "change it in a file that is named beside that one under path"_s.arg(
                   shownName(conflict.name), conflict.section, placeWords(conflict.included)));
}

// Told at the first of the circle, in the order of the files; the others are named.
void checkCycle(const QList<ModelSource> &places, CheckReport &report)
{
    QStringList circle;
    for (const ModelSource &place : places)
        circle.append(u"%1 (%2)"_s.arg(shownName(place.node.target().text()), placeWords(place)));
    report.add(Severity::error, u"extends-cycle"_s, places.first(),
               u"services extend each other in a circle: %1; take one extends out"_s.arg(circle.join(u", ")));
}

} // namespace

void checkInclusions(const ComposeModel &model, CheckReport &report)
{
    for (const ModelConflict &conflict : model.conflicts)
        checkConflict(conflict, report);
    for (const QList<ModelSource> &places : model.extendsCycles)
        checkCycle(places, report);
}

} // namespace mediahelm::workspace
