// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace mediahelm::ui {

// Asks for the name of a new file, or for another one of a file, and says at once what it makes of it. Owned by its
// parent, destroyed when closed; main thread.
class FileNameDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Content {
        QString title;
        QString verb; // of the button
        QString pattern; // "services/NAME.yaml"
        QString name; // that is proposed
        QString note; // what is to be known; may be empty
        QStringList taken; // paths
    };

    explicit FileNameDialog(const Content &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void take(const QString &text);

    const QString m_pattern;
    const QStringList m_taken;
    QString m_path; // empty where the name cannot be
    QLineEdit *m_name;
    QLabel *m_state;
    QPushButton *m_act = nullptr;
};

// The path that a name makes with a pattern, "sonarr" or "sonarr.yaml" with "services/NAME.yaml" both
// "services/sonarr.yaml"; and the name back from a path. A path that does not fit the pattern is its own name.
QString pathFromName(const QString &pattern, const QString &name);
QString nameFromPath(const QString &pattern, const QString &path);

} // namespace mediahelm::ui
