// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

namespace mediahelm::ui {

// What was told while a deployment ran, as it is kept. Shown with open(); deletes itself when closed; main thread.
class RunLogDialog final : public QDialog
{
    Q_OBJECT

public:
    // `when` it ended; `text` is UTF-8, and nothing in it is interpreted.
    RunLogDialog(const QDateTime &when, const QByteArray &text, QWidget *parent);
};

} // namespace mediahelm::ui
