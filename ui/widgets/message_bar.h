// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/palette.h"
#include "ui/style/words.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace mediahelm::ui {

// A message inside the page, near its cause, instead of a dialog: what happened, what to do, the full text to copy, and
// a button to put it away. Hidden while it has nothing to say; announced to screen readers without taking the focus.
// Owned by its parent; main thread.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    // `text` may be empty; `details` are shown only when asked for and copied whole.
    void tell(Tone tone, const QString &headline, const QString &text, const QString &details = {});
    void tell(const ErrorWords &words);
    // A button beside the text; empty for none. Pressing it emits actionTriggered().
    void setAction(const QString &label);
    // Whether the user may put it away; true unless told otherwise.
    void setDismissible(bool dismissible);
    void withdraw();
    // Writes the headline anew without announcing it, for a countdown.
    void setHeadline(const QString &headline);
    QString headline() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();
    void copyAll();

    Tone m_tone = Tone::info;
    QString m_details;
    bool m_dismissible = true;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QLabel *m_detailsText;
    QPushButton *m_action;
    QPushButton *m_showDetails;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace mediahelm::ui
