// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/destructive_buttons.h"

#include "ui/style/app_style.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

namespace mediahelm::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DestructiveButtons)
};

} // namespace

QDialogButtonBox *makeDestructiveButtons(QDialog *dialog, const QString &verb, const std::function<void()> &confirmed)
{
    auto *buttons = new QDialogButtonBox(dialog);
    QPushButton *act = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(Text::tr("Cancel"), QDialogButtonBox::RejectRole);
    act->setObjectName(QStringLiteral("destructive.verb"));
    act->setAutoDefault(false);
    markDestructive(act);
    markQuiet(cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [dialog, confirmed] {
        confirmed();
        dialog->accept();
    });
    return buttons;
}

} // namespace mediahelm::ui
