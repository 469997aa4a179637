// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/setup_plan.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace mediahelm::ui {

// What has no sensible default, and what somebody else has given the user, such as a key. All may be left empty, and be
// set later. Owned by the dialog; main thread.
class QuestionsStep final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionsStep(QWidget *parent = nullptr);

    // What is asked; answers to what was asked before stay.
    void ask(const control::SetupPlan &plan);
    static bool hasQuestions(const control::SetupPlan &plan);
    QMap<QString, QString> values() const; // that were given
    QMap<QString, QByteArray> secrets() const; // likewise; whoever has them wipes them
    void focusFirst();

private:
    void addQuestion(const control::SetupQuestionText &question);
    void addSecret(const control::SetupSecretNeed &secret);
    void addRow(const QString &name, const QString &service, const QString &description, QWidget *field);

    QWidget *m_fields;
    QFormLayout *m_form;
    QMap<QString, QLineEdit *> m_edits;
    QMap<QString, QComboBox *> m_choices;
    QMap<QString, QLineEdit *> m_secrets;
};

} // namespace mediahelm::ui
