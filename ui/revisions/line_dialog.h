// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mediahelm::ui {

// Asks for one line of text: a message, a tag's name. Shown with open(); deletes itself when closed; main thread.
class LineDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Content {
        QString title;
        QString text; // what it is for
        QString label;
        QString verb; // the button
        bool mayBeEmpty = false;
    };
    // What is wrong with a text, in a sentence; empty for nothing.
    using Check = std::function<QString(const QString &text)>;

    LineDialog(const Content &content, QWidget *parent, Check wrongIn = {});

    void setText(const QString &text); // what it is for, once more is known
    void setPossible(bool possible); // the button
    QVBoxLayout *more() const { return m_more; } // below the line

Q_SIGNALS:
    void answered(const QString &text);

private:
    void check();

    const bool m_mayBeEmpty;
    const Check m_check;
    bool m_possible = true;
    QLabel *m_text;
    QLineEdit *m_line;
    QLabel *m_wrong;
    QVBoxLayout *m_more;
    QPushButton *m_verb;
};

} // namespace mediahelm::ui
