// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/revision.h"

#include <QTreeWidget>

namespace mediahelm::ui {

// The deployments of a revision, the latest first: when, how each went, and below it the images that ran. Owned by its
// parent; main thread.
class RevisionRuns final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit RevisionRuns(QWidget *parent = nullptr);

    void setDeployments(const QList<model::Deployment> &deployments);
    QDateTime current() const; // when the chosen one ended; invalid where none is
};

} // namespace mediahelm::ui
