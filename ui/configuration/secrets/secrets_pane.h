// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/secret_desk.h"

#include <QWidget>

#include <optional>

class QLabel;
class QMessageBox;
class QPushButton;
class QTreeView;

namespace mediahelm::ui {

class SecretModel;

// The table of secrets, and what can be done with one: give it a value, have one made up, remove it, or move one that
// stands in a file to where secrets are kept. No value is shown, or kept longer than it takes to hand it on. Owned by
// its parent; main thread.
class SecretsPane final : public QWidget
{
    Q_OBJECT

public:
    // Borrowed; outlives it.
    explicit SecretsPane(control::Configuration &configuration, QWidget *parent = nullptr);

    void setDesk(control::SecretDesk *desk); // borrowed; null: nothing is kept here, and nothing known of what is
    void refresh(); // where it is shown; else when it is
    SecretModel &model() const { return *m_model; }

Q_SIGNALS:
    void notice(const QString &text);
    // A secret is kept by now, and these texts have it no longer: they are to be written and saved.
    void textsWanted(const QList<mediahelm::control::SecretMove::Text> &texts);
    void placeAsked(const QString &file, const mediahelm::model::Place &place); // of one in plain text

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showKept();
    void updateButtons();
    void askValue();
    void generate();
    void remove();
    void moveAway();
    void move(const control::PlainSecret &secret);
    void keepMoved(const control::SecretMove &move);
    void onDone(const base::Status &status, const QString &headline, const QString &done);
    void tell(const QString &problem);
    QMessageBox *question(const QString &text, const QString &more, const QString &button);
    QString project() const { return m_configuration.facts().name; }

    control::Configuration &m_configuration;
    control::SecretDesk *m_desk = nullptr;
    control::WorkspaceSecrets m_secrets;
    std::optional<control::KeptSecrets> m_kept;
    SecretModel *m_model;
    QTreeView *m_view;
    QLabel *m_problem;
    QPushButton *m_set;
    QPushButton *m_generate;
    QPushButton *m_remove;
    QPushButton *m_move;
};

} // namespace mediahelm::ui
