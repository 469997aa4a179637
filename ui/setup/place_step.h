// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/workspace_setup.h"
#include "ui/style/palette.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace mediahelm::ui {

class SymbolLabel;

// Where the workspace is to be, and what its project is called; says at once what lies there. Owned by the dialog; main
// thread.
class PlaceStep final : public QWidget
{
    Q_OBJECT

public:
    // What may be there: nothing or an empty folder; or a workspace too, which is added to.
    enum class Takes { newFolders, workspaces };

    // The setup is borrowed. `folder` is proposed.
    PlaceStep(control::WorkspaceSetup &setup, const QString &folder, Takes takes, QWidget *parent = nullptr);

    // What lies there; nothing while that is not known, or a workspace cannot be made.
    const std::optional<control::SetupGround> &ground() const { return m_ground; }
    QString project() const; // as it was asked for; empty for any

Q_SIGNALS:
    void changed();

private:
    void browse();
    void edited();
    void look();
    void take(const base::Result<control::SetupGround> &ground);
    void tell(const QString &symbol, Tone tone, const QString &words);

    control::WorkspaceSetup &m_setup;
    const Takes m_takes;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    SymbolLabel *m_symbol;
    QLabel *m_words;
    QTimer m_pause; // in typing
    std::optional<control::SetupGround> m_ground;
    int m_asked = 0; // questions so far: the newest answer counts
};

} // namespace mediahelm::ui
