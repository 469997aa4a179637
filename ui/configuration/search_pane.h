// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/text_help.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QListWidget;

namespace mediahelm::ui {

class SearchField;

// Finds a text in all files of the workspace. Owned by its parent; main thread.
class SearchPane final : public QWidget
{
    Q_OBJECT

public:
    // The help is borrowed and outlives it.
    explicit SearchPane(control::TextHelp &help, QWidget *parent = nullptr);

    void focusSearch(const QString &text); // empty: what was looked for last

Q_SIGNALS:
    void placeAsked(const QString &file, const mediahelm::model::Span &span);

private:
    void search();
    void show(const base::Result<control::FoundTexts> &found);
    void ask(int row);

    control::TextHelp &m_help;
    SearchField *m_field;
    QLabel *m_count;
    QListWidget *m_list;
    QList<control::FoundText> m_found;
    QTimer m_pause;
    int m_asked = 0;
};

} // namespace mediahelm::ui
