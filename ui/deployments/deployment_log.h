// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace mediahelm::ui {

// The live log of a deployment, as many lines as it keeps. It follows the end until the user scrolls away from it.
// Nothing in a line is interpreted. Owned by its parent; main thread.
class DeploymentLog final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DeploymentLog(QWidget *parent = nullptr);

    // The last lines there are; those that are shown already stay as they are.
    void setLines(const QStringList &lines);

private:
    QStringList m_lines;
};

} // namespace mediahelm::ui
