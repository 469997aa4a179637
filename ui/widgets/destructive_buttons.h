// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QDialog;
class QDialogButtonBox;

namespace mediahelm::ui {

// The buttons of a dialog that asks before something is lost: the verb, as the one that destroys, and Cancel, which is
// what Enter and Escape mean. The verb calls `confirmed`, and then the dialog closes. Owned by the dialog.
QDialogButtonBox *makeDestructiveButtons(QDialog *dialog, const QString &verb, const std::function<void()> &confirmed);

} // namespace mediahelm::ui
