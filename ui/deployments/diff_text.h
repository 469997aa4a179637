// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/file_diff.h"

#include <QPlainTextEdit>

#include <optional>

namespace mediahelm::ui {

// One file's lines as they were and as they are: signs and colours for what is added and removed. Can be selected and
// copied. Nothing in a line is interpreted. Owned by its parent; main thread.
class DiffText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int mostShown = 5'000; // lines; of more the beginning is shown, and said so

    explicit DiffText(QWidget *parent = nullptr);

    void setChange(const model::FileChange &change);
    void clearChange();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Ink;
    void draw();
    int drawHunk(QTextCursor *cursor, const model::DiffHunk &hunk, const Ink &ink, int left);
    void drawNote(QTextCursor *cursor, const QString &note, const Ink &ink);

    std::optional<model::FileChange> m_change;
    bool m_drawing = false;
};

} // namespace mediahelm::ui
