// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace mediahelm::ui {

// The help page of a finding, beside the page that it helps with. Owned by its parent, destroyed when closed; main
// thread.
class ProblemHelpDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ProblemHelpDialog(const QString &code, QWidget *parent = nullptr);
};

} // namespace mediahelm::ui
