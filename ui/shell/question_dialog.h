// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/question.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace mediahelm::ui {

// One question of a connecting host. What is safe is the default: Enter on a host key declines. Deletes itself when
// closed; closing it any other way than by its button declines. Main thread.
class QuestionDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit QuestionDialog(const model::Question &question, QWidget *parent = nullptr);
    ~QuestionDialog() override;

    quint64 questionId() const { return m_question.id; }

Q_SIGNALS:
    void answered(quint64 id, const QByteArray &text, bool keep);
    void declined(quint64 id);

private:
    void buildHostKey(QVBoxLayout *layout);
    void buildSecret(QVBoxLayout *layout);
    void buildOther(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout, const QString &accept, const QString &refuse, bool refuseIsDefault);
    void onAccepted();

    const model::Question m_question;
    QLineEdit *m_secret = nullptr;
    QCheckBox *m_keep = nullptr;
};

} // namespace mediahelm::ui
