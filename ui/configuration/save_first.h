// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace mediahelm::ui {

class OpenFile;
class OpenFiles;

// What is applied is what lies on disk: asks to save what was typed before, saves it, and tells when the disk has all.
// Where a file cannot be saved, its editor says why, and nothing is told. Owned by the workspace's editor; main thread.
class SaveFirst final : public QObject
{
    Q_OBJECT

public:
    // The files are borrowed; the dialog stands before `window`.
    SaveFirst(OpenFiles &files, QWidget *window);

    void begin();

Q_SIGNALS:
    void ready();

private:
    void ask(const QStringList &paths);
    void saveAll();
    void look();

    OpenFiles &m_files;
    QWidget *m_window;
    bool m_saving = false;
};

} // namespace mediahelm::ui
