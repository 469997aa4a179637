// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/adoption.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace mediahelm::ui {

// A container that was started by hand: which one, the service file that makes an equal one, where its secrets go, and
// what cannot be carried over. Owned by its dialog; main thread.
class ContainerChoice final : public QWidget
{
    Q_OBJECT

public:
    // Borrowed, and outlives it. Looks by itself, once it stands.
    explicit ContainerChoice(control::Adoption &adoption, QWidget *parent = nullptr);

    // Of the chosen one; nothing while it is not known, or cannot be.
    const std::optional<control::ImportedFile> &file() const { return m_file; }

Q_SIGNALS:
    void changed(); // file()
    void failed(const mediahelm::base::Error &error, const QString &headline);

private:
    void look();
    void take(const base::Result<control::RunningHere> &running);
    void read(int index);
    void showFile(const control::ImportedFile &file);

    control::Adoption &m_adoption;
    QComboBox *m_choice;
    QPlainTextEdit *m_text;
    QLabel *m_notes;
    QList<control::LooseContainer> m_containers;
    std::optional<control::ImportedFile> m_file;
    int m_asked = 0; // the answer to the latest question counts
};

} // namespace mediahelm::ui
