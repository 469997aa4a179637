// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;

namespace mediahelm::ui {

// Asks before what cannot be taken back: what will be done to exactly which objects, what is lost and what stays. The
// button is the verb; Cancel is the default and has the focus. Shown with open(), never with a nested event loop.
// Deletes itself when closed; main thread.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    struct Content {
        QString title;
        QString question; // "Remove 2 containers?"
        QStringList objects; // one a line, exact names
        QString consequence; // what is lost, what stays
        QString option; // a check box; empty for none
        QString verb; // the button
        QString objectsName = {}; // what a screen reader calls the list; empty: the containers
    };

    ConfirmDialog(const Content &content, QWidget *parent);

    bool optionChosen() const;

Q_SIGNALS:
    void confirmed();

private:
    QCheckBox *m_option = nullptr;
};

} // namespace mediahelm::ui
