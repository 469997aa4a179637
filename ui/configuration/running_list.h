// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QWidget>

class QVBoxLayout;

namespace mediahelm::ui {

// The Compose projects that run on this machine, each with the way to open it or why there is none, and
// the containers that were started by hand. Owned by its
// parent; main thread.
class RunningList final : public QWidget
{
    Q_OBJECT

public:
    explicit RunningList(QWidget *parent = nullptr);

    void setRunning(const control::RunningHere &running);
    void setTakeOverOffered(bool offered); // of containers that were started by hand; not, unless told

Q_SIGNALS:
    void folderAsked(const QString &folder);
    void manifestAsked(const mediahelm::control::RunningProject &project); // that opens with one
    void takeOverAsked();

private:
    void add(const control::RunningProject &project);
    void addLoose(const QList<control::LooseContainer> &containers);
    void clear();

    control::RunningHere m_running;
    bool m_takesOver = false;
    QVBoxLayout *m_rows;
};

} // namespace mediahelm::ui
