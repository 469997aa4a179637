// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace mediahelm::settings {

class UiState;

// Which workspace is open, and which were lately: folders, kept in the UI state under keys of the Configuration page,
// whose UiState::changed() tells of them. A view of the state, which is borrowed; main thread.
class RecentWorkspaces
{
public:
    static constexpr qsizetype most = 6;
    static QString openKey(); // of the state
    static QString recentKey();

    explicit RecentWorkspaces(UiState &state)
        : m_state(state)
    {
    }

    QStringList folders() const; // the latest first, at most `most`
    QString open() const; // empty: none
    void setOpen(const QString &folder); // it is the latest from then on
    void close(); // none is open

private:
    UiState &m_state;
};

} // namespace mediahelm::settings
