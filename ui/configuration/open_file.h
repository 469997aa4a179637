// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace mediahelm::ui {

class TextEditor;

// A file in its editor: what it was read from, what was typed since, and what others did to it meanwhile. Nothing of
// either side is lost without the user's word. Owned by its editor; main thread.
class OpenFile final : public QObject
{
    Q_OBJECT

public:
    // Both are borrowed and outlive it.
    OpenFile(control::Configuration &configuration, TextEditor &editor, const QString &path);

    const QString &path() const { return m_path; }
    TextEditor &editor() const { return m_editor; }
    bool isRead() const { return m_read; }
    bool isUnsaved() const;
    bool isLocked() const { return m_locked; } // it cannot be edited
    bool isSaving() const { return m_saving; }
    // Whether the findings that are known are those of the present text.
    bool isChecked() const { return m_checked; }

    // What the disk has by now, while there is unsaved work on another text.
    struct Conflict {
        QByteArray base; // what both began with
        QByteArray theirs;
        bool gone = false; // there is no file any more
    };
    const std::optional<Conflict> &conflict() const { return m_conflict; }

    void read();
    void save();
    void revert(); // to what the disk has, as one step that can be undone
    void restore(const control::Draft &draft);
    void lookAtDisk(); // it changed
    void keepMine();
    void takeTheirs();
    void takeMerged(const QByteArray &merged);
    void noteChecked(); // the workspace has checked all that it was told
    void flush(); // tells it what was typed last

Q_SIGNALS:
    void changed(); // any of the above
    void saved();
    void readFailed(const mediahelm::base::Error &error);
    void saveFailed(const mediahelm::base::Error &error);

private:
    void take(const control::FileText &text);
    void onEdited();
    void tell(); // the workspace, what the text is
    void setBase(const QByteArray &bytes);
    void compareWithDisk(const base::Result<control::FileText> &text);
    void markSaved();

    control::Configuration &m_configuration;
    TextEditor &m_editor;
    const QString m_path;
    QByteArray m_base; // the file as it was read or saved last
    QByteArray m_digest; // of it; empty: there is no file
    std::optional<Conflict> m_conflict;
    std::optional<control::Draft> m_draft; // to be put in when it is read
    QTimer m_pause; // in typing
    bool m_read = false;
    bool m_locked = false;
    bool m_saving = false;
    bool m_checked = false;
    bool m_told = false; // the workspace has a text of ours
};

} // namespace mediahelm::ui
