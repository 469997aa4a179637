// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QWidget>

class QVBoxLayout;

namespace mediahelm::ui {

// The Compose projects that run on this machine, each with the way to open it or why there is none. Owned by its
// parent; main thread.
class RunningList final : public QWidget
{
    Q_OBJECT

public:
    explicit RunningList(QWidget *parent = nullptr);

    void setRunning(const control::RunningHere &running);

Q_SIGNALS:
    void folderAsked(const QString &folder);

private:
    void add(const control::RunningProject &project);
    void clear();

    QVBoxLayout *m_rows;
};

} // namespace mediahelm::ui
