// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deployments/deployment_log.h"

#include "core/model/deployment_progress.h"
#include "ui/style/metrics.h"
#include "ui/widgets/log_text.h"

#include <QScrollBar>

#include <algorithm>

namespace mediahelm::ui {

namespace {

// How many of `lines` are at the end of `known` already.
qsizetype overlap(const QStringList &known, const QStringList &lines)
{
    for (qsizetype from = std::max<qsizetype>(0, known.size() - lines.size()); from < known.size(); ++from) {
        const qsizetype count = known.size() - from;
        if (std::equal(known.cbegin() + from, known.cend(), lines.cbegin(), lines.cbegin() + count))
            return count;
    }
    return 0;
}

} // namespace

DeploymentLog::DeploymentLog(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("deployment.log"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(int(model::DeploymentProgress::mostLogLines));
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFont(fixedFont(font()));
    setAccessibleName(tr("Log of the deployment"));
    setPlaceholderText(tr("Nothing was said yet."));
}

void DeploymentLog::setLines(const QStringList &lines)
{
    if (lines == m_lines)
        return;
    const bool follows = verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 1;
    const qsizetype known = overlap(m_lines, lines);
    if (known == 0)
        clear();
    for (qsizetype i = known; i < lines.size(); ++i)
        appendPlainText(displayText(cleanLogLine(lines.at(i).toUtf8())));
    m_lines = lines;
    if (follows)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace mediahelm::ui
