// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace mediahelm::ui {

// What the user says to a plan: why, whether it goes back by itself, and yes or no. Owned by the plan view; main
// thread.
class PlanFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanFoot(QWidget *parent = nullptr);

    // The button: "Apply", "Roll back"; one that removes is in the colour of trouble and no default.
    void setVerb(const QString &verb, bool removes);
    void setReady(bool ready, const QString &whyNot = {}); // whether there is something to say yes to
    void reset(const QString &placeholder); // empty, and goes back by itself
    QString message() const;
    bool goesBack() const;
    void focusMessage();

Q_SIGNALS:
    void accepted();
    void left();

private:
    QLineEdit *m_message;
    QCheckBox *m_goesBack;
    QLabel *m_whyNot;
    QPushButton *m_apply;
    bool m_removes = false;
};

} // namespace mediahelm::ui
