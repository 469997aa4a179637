// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings_store.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace mediahelm::ui {

class MessageBar;

// The program's own settings: looks, language, where it begins, where its files are, what it is. Each change counts at
// once and is kept. Owned by the shell; main thread.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(settings::SettingsStore &store, QWidget *parent = nullptr);

    // Whether passwords can be kept, in a sentence; the composition root knows.
    void setKeychainText(const QString &text);

Q_SIGNALS:
    void aboutAsked();

private:
    void buildLooks(QVBoxLayout *content);
    void buildFiles(QVBoxLayout *content);
    void buildProgram(QVBoxLayout *content);
    QVBoxLayout *addGroup(QVBoxLayout *content, const QString &title);
    QComboBox *addChoice(QVBoxLayout *group, const QString &name, const QString &explanation, const QString &key,
                         const QString &fallback, const QList<QPair<QString, QString>> &choices);
    void addFile(QVBoxLayout *group, const QString &name, const QString &file);
    void showProblem();

    settings::SettingsStore &m_store;
    MessageBar *m_problem;
    QLabel *m_keychain = nullptr;
};

} // namespace mediahelm::ui
