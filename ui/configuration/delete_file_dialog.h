// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/file_desk.h"

#include <QDialog>

namespace mediahelm::ui {

// Names what goes with a file before it is deleted, and how it can be had back. Owned by its parent, destroyed when
// closed; main thread.
class DeleteFileDialog final : public QDialog
{
    Q_OBJECT

public:
    // `unsaved`: there is work on it that is not saved.
    DeleteFileDialog(const QString &path, const control::FileStake &stake, bool unsaved, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed();
};

} // namespace mediahelm::ui
