// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/checks/checks.h"

#include "core/base/nearest.h"

namespace mediahelm::workspace {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype mostCompared = 1000;

} // namespace

QList<model::Diagnostic> checkFiles(const ComposeModel &model)
{
    CheckReport report;
    checkInclusions(model, report);
    checkReferences(model, report);
    checkDependencies(model, report);
    checkPorts(model, report);
    checkContainers(model, report);
    checkImages(model, report);
    checkSecrets(model, report);
    checkPrivileges(model, report);
    return report.take();
}

QString shownName(const QString &name)
{
    QString shown = name.size() > longestName ? name.left(longestName) + u'…' : name;
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return shown;
}

QString likelyName(const QString &given, const QStringList &known)
{
    return known.size() > mostCompared ? QString() : base::nearestName(given, known);
}

} // namespace mediahelm::workspace
