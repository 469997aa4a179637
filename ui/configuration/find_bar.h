// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/configuration/text_editor.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace mediahelm::ui {

class SearchField;

// Finds and replaces in the file that is shown. Hidden until it is asked for. Owned by its parent; main thread.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void setEditor(TextEditor *editor); // may be null
    void open(bool replacing);
    void next(bool forward);

Q_SIGNALS:
    void closed(); // the focus belongs to the editor

private:
    QToolButton *addButton(const QString &symbol, const QString &name, bool checkable = false);
    TextEditor::Find wanted() const;
    void onWanted();
    void replaceOne();
    void replaceEvery();
    void close();
    void updateEnabled();
    void keyPressEvent(QKeyEvent *event) override;

    QPointer<TextEditor> m_editor;
    SearchField *m_find;
    QLineEdit *m_with;
    QWidget *m_replacing;
    QLabel *m_result;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QPushButton *m_replace;
    QPushButton *m_replaceEvery;
};

} // namespace mediahelm::ui
