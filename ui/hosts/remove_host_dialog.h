// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDialog>

namespace mediahelm::ui {

// Asks before a host is forgotten, and says that nothing on it is touched. Cancel is the default. Deletes itself when
// closed; main thread.
class RemoveHostDialog final : public QDialog
{
    Q_OBJECT

public:
    RemoveHostDialog(const base::HostId &host, int containers, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace mediahelm::ui
