// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QToolButton;

namespace mediahelm::ui {

// Asks for the value of a secret: masked, shown only while its button is held. Deletes itself when it is closed; main
// thread.
class SecretDialog final : public QDialog
{
    Q_OBJECT

public:
    SecretDialog(const QString &name, const QString &description, bool replaces, QWidget *parent);
    ~SecretDialog() override;

Q_SIGNALS:
    // Once. Whoever gets it wipes it (core/base/wipe.h).
    void given(const QByteArray &value);

private:
    void give();

    QLineEdit *m_value;
    QToolButton *m_reveal;
    QPushButton *m_keep;
};

} // namespace mediahelm::ui
