// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace mediahelm::ui {

// A line to search with: magnifier, clear button, Escape clears. Owned by its parent; main thread.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    // `name` is what a screen reader says, and the placeholder.
    explicit SearchField(const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void left(); // Escape in an empty field: the focus belongs to what is searched

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace mediahelm::ui
