// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/revision_desk.h"

#include <QDialog>

namespace mediahelm::ui {

// Names exactly what is set aside before a damaged store of revisions is, what goes with it and what stays. Owned by
// its parent, destroyed when closed; main thread.
class BeginAnewDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit BeginAnewDialog(const control::StoreDamage &damage, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed();
};

} // namespace mediahelm::ui
