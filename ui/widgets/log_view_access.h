// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace mediahelm::ui {

class LogView;

// The log as a screen reader reads it: the text is the lines that are seen. Nothing is announced by itself, as a log
// never rests. Made by Qt for a LogView; main thread.
class LogViewAccess final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogViewAccess(LogView *view);
    static void install(); // before the first view is looked at

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text type) const override;

    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    int selectionCount() const override { return 0; }
    void addSelection(int /*startOffset*/, int /*endOffset*/) override { }
    void removeSelection(int /*selectionIndex*/) override { }
    void setSelection(int /*selectionIndex*/, int /*startOffset*/, int /*endOffset*/) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int /*position*/) override { }
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int /*startIndex*/, int /*endIndex*/) override { }
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

private:
    LogView *view() const;
};

} // namespace mediahelm::ui
