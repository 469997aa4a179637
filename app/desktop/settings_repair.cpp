// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/settings_repair.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace mediahelm::app {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SettingsRepair", text);
}

} // namespace

bool repairSettings(settings::SettingsStore &store)
{
    while (store.problem()) {
        QMessageBox box;
        box.setIcon(QMessageBox::Warning);
        box.setTextFormat(Qt::PlainText);
        box.setWindowTitle(QStringLiteral("Mediahelm"));
        box.setText(words(QT_TRANSLATE_NOOP("SettingsRepair", "The settings cannot be read.")));
        box.setInformativeText(store.problem()->message + QStringLiteral("\n\n") + store.problem()->detail);
        const QAbstractButton *again =
            box.addButton(words(QT_TRANSLATE_NOOP("SettingsRepair", "Read again")), QMessageBox::ActionRole);
        const QAbstractButton *lastGood = nullptr;
        if (store.usingLastGood())
            lastGood = box.addButton(words(QT_TRANSLATE_NOOP("SettingsRepair", "Go on with the last good copy")),
                                     QMessageBox::AcceptRole);
        const QAbstractButton *aside =
            box.addButton(words(QT_TRANSLATE_NOOP("SettingsRepair", "Set the file aside and begin anew")),
                          QMessageBox::DestructiveRole);
        QPushButton *quit = box.addButton(words(QT_TRANSLATE_NOOP("SettingsRepair", "Quit")), QMessageBox::RejectRole);
        box.setDefaultButton(quit);
        box.setEscapeButton(quit);
        box.exec();

        const QAbstractButton *pressed = box.clickedButton();
        if (pressed == lastGood && lastGood)
            return true;
        if (pressed == aside) {
            if (const base::Result<QString> moved = store.setAside(); !moved)
                QMessageBox::warning(nullptr, QStringLiteral("Mediahelm"), moved.error().message);
        } else if (pressed == again) {
            [[maybe_unused]] const base::Status read = store.reload(); // the loop looks at the problem
        } else {
            return false;
        }
    }
    return true;
}

} // namespace mediahelm::app
