// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace mediahelm::ui {

class EmptyState;

// What the Configuration page shows while no workspace is open: the way to open one, and those that were open lately.
// Owned by its parent; main thread.
class StartView final : public QWidget
{
    Q_OBJECT

public:
    explicit StartView(QWidget *parent = nullptr);

    void setNewOffered(bool offered); // a workspace of the catalog's services
    void setRecent(const QStringList &folders); // the latest first

Q_SIGNALS:
    void openAsked();
    void newAsked();
    void folderAsked(const QString &folder);

private:
    EmptyState *m_empty;
    QPushButton *m_new;
    QWidget *m_recent;
    QVBoxLayout *m_rows;
};

} // namespace mediahelm::ui
